import { Drawer } from '@mantine/core';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import styles from './filter-bar.module.css';
import { Filters } from './filters.tsx';

/** The filters, where there is no room for them in a row. */
export function FiltersDrawer({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(frameWords);
  return (
    <Drawer opened onClose={onClose} position="bottom" size="auto" title={say('filters')} closeButtonProps={{ 'aria-label': say('close') }}>
      <div className={styles.stack}>
        <Filters stacked />
      </div>
    </Drawer>
  );
}
