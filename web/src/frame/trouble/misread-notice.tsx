import { PushButton } from '../../parts/push-button/push-button.tsx';
import { useFormat } from '../../words/format.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { useView } from '../view.ts';
import type { Misread } from './misread.ts';
import styles from './misread-notice.module.css';

/** What the address asks for in vain, and the way out of each. */
export function MisreadNotice({ misread }: { readonly misread: readonly Misread[] }) {
  const say = useWords(frameWords);
  const format = useFormat();
  const { view, change } = useView();
  const told = ({ part, why, value }: Misread): string => {
    if (why === 'owner') return say('misread_owner', { value: value.replace(/^(team|office|person):/, '') });
    if (why === 'order') return say('misread_order', { from: format.day(value), to: view.to ? format.day(view.to) : '–' });
    if (why === 'day') return say('misread_day', { value, part: say(part === 'asOf' ? 'asOf' : part === 'to' ? 'to' : 'from') });
    return say(`misread_${why}`, { value });
  };
  const isAll = misread.some(({ blocks }) => blocks);
  // Where nothing of the page is shown this is what it is about.
  const Heading = isAll ? 'h1' : 'h2';
  return (
    <section role="alert" className={styles.notice}>
      <Heading>{say(isAll ? 'misreadBlocks' : 'misread')}</Heading>
      <ul>
        {misread.map((one) => (
          <li key={one.part}>
            {told(one)}{' '}
            <PushButton onClick={() => change({ [one.part]: undefined })} aria-label={`${say('misreadRemove')}: ${told(one)}`}>
              {say('misreadRemove')}
            </PushButton>
          </li>
        ))}
      </ul>
      {misread.length > 1 && (
        <PushButton look="strong" onClick={() => change(Object.fromEntries(misread.map(({ part }) => [part, undefined])))}>
          {say('misreadAll')}
        </PushButton>
      )}
    </section>
  );
}
