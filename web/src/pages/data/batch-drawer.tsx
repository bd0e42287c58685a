import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { dataWords } from '../../words/data.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { EntityCounts } from '../import/entity-counts.tsx';
import { Problems } from '../import/problems.tsx';
import { type Batch, sumOf } from './batches.tsx';
import styles from './data-page.module.css';
import { RejectedDownload } from './rejected-download.tsx';
import { Replay } from './replay.tsx';
import { UndoBatch } from './undo-batch.tsx';

/** One load: what came in, what was left out and why, by which mapping; undo and replay. */
export function BatchDrawer({ batch, onClose }: { readonly batch: Batch; readonly onClose: () => void }) {
  const say = useWords(dataWords);
  const format = useFormat();
  const { language } = useLanguage();
  const mayWrite = useMay('data.write');
  const [undoing, setUndoing] = useState(false);
  const model = useOperation('model', { language });
  const whole = useOperation('batch', { batch: batch.batch }, { enabled: mayWrite && !undoing, keep: false });
  const rejected = sumOf(batch, 'rejected');
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(880px, 100%)"
      title={say('batchTitle', { batch: batch.batch, source: batch.source })}
      closeButtonProps={{ 'aria-label': say('cancel') }}
    >
      <div className={styles.drawer}>
        <div>
          <p className={styles.help}>
            {format.moment(batch.landed_at)} · {say(batch.mode === 'full' ? 'mode_full' : 'mode_delta')}
          </p>
          {mayWrite && (
            <div className={styles.buttons}>
              {rejected > 0 && <RejectedDownload batch={batch.batch} rows={rejected} />}
              <UndoBatch batch={batch.batch} onUndone={onClose} onUndoing={setUndoing} />
            </div>
          )}
        </div>
        <section>
          <h3>{say('whatCame')}</h3>
          <EntityCounts entities={batch.entities} model={model.data?.entities ?? []} />
        </section>
        {mayWrite && (
          <>
            {whole.error && <TroubleNotice error={whole.error} onRetry={() => void whole.refetch()} />}
            {!whole.data && !whole.error && <Skeleton height={240} />}
            {whole.data && (
              <>
                <section>
                  <h3>{say('leftOut')}</h3>
                  <Problems problems={whole.data.problems} go={null} />
                </section>
                <Replay key={whole.data.mapping.text} batch={batch.batch} mapping={whole.data.mapping} />
              </>
            )}
          </>
        )}
      </div>
    </Drawer>
  );
}
