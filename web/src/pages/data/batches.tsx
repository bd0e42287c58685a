import { useState } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { TableScroller } from '../../parts/table-scroller/table-scroller.tsx';
import { dataWords } from '../../words/data.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { BatchDrawer } from './batch-drawer.tsx';
import styles from './data-page.module.css';

export type Batch = OperationOutput<'batches'>['batches'][number];
export type Count = 'read' | 'created' | 'updated' | 'rejected';

export const sumOf = ({ entities }: Batch, count: Count): number => entities.reduce((sum, one) => sum + one[count], 0);

const counts = ['read', 'created', 'updated', 'rejected'] as const;

/** What was loaded, by whom and when; each can be looked into, and taken back. */
export function Batches() {
  const say = useWords(dataWords);
  const format = useFormat();
  const mayWrite = useMay('data.write');
  const { data, error, refetch } = useOperation('batches', {});
  const [opened, setOpened] = useState<string | null>(null);
  const batches = data?.batches.toReversed() ?? [];
  const chosen = batches.find(({ batch }) => batch === opened) ?? null;
  const whoOf = ({ by }: Batch): string => (by === 'local' || by === 'system' ? say(`who_${by}`) : (by ?? '–'));
  const filesOf = ({ files }: Batch): string => {
    const first = files[0]?.name ?? '–';
    return files.length < 2 ? first : say('moreFiles', { first, count: files.length - 1 });
  };
  return (
    <PageSection title={say('batches')}>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={120} />}
      {data && batches.length === 0 && <p className={styles.help}>{say('batchesNone')}</p>}
      {batches.length > 0 && (
        <TableScroller label={say('batches')} tall>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('batch')}</th>
                <th scope="col">{say('source')}</th>
                <th scope="col">{say('when')}</th>
                {mayWrite && <th scope="col">{say('who')}</th>}
                <th scope="col">{say('files')}</th>
                {counts.map((count) => (
                  <th key={count} scope="col" data-number>
                    {say(count)}
                  </th>
                ))}
                <th scope="col">
                  <span className={styles.hidden}>{say('details')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {batches.map((batch) => (
                <tr key={batch.batch}>
                  <th scope="row">{batch.batch}</th>
                  <td>{batch.source}</td>
                  <td className={styles.when}>{format.moment(batch.landed_at)}</td>
                  {mayWrite && <td>{whoOf(batch)}</td>}
                  <td>{filesOf(batch)}</td>
                  {counts.map((count) => (
                    <td key={count} data-number className={count === 'rejected' && sumOf(batch, count) > 0 ? styles.low : undefined}>
                      {format.column(sumOf(batch, count), 'count')}
                    </td>
                  ))}
                  <td data-actions>
                    <PushButton look="quiet" aria-label={say('detailsOf', { batch: batch.batch })} onClick={() => setOpened(batch.batch)}>
                      {say('details')}
                    </PushButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroller>
      )}
      {chosen && <BatchDrawer batch={chosen} onClose={() => setOpened(null)} />}
    </PageSection>
  );
}
