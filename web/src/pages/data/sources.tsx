import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { entityWords } from '../../../../src/i18n/entities.ts';
import { useOperation } from '../../api/use-operation.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { TableScroller } from '../../parts/table-scroller/table-scroller.tsx';
import { dataWords } from '../../words/data.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import styles from './data-page.module.css';

type Freshness = OperationOutput<'check'>['freshness'];

const dayMs = 86_400_000;

/** Up to when each source and entity is complete; what is behind the rest says so. */
export function Sources({ freshness }: { readonly freshness: Freshness }) {
  const say = useWords(dataWords);
  const format = useFormat();
  const { language } = useLanguage();
  const batches = useOperation('batches', {}).data?.batches ?? [];
  const latest =
    freshness
      .flatMap(({ watermark }) => watermark ?? [])
      .toSorted()
      .at(-1) ?? null;
  const behind = (watermark: string): number => (latest === null ? 0 : Math.floor((Date.parse(latest) - Date.parse(watermark)) / dayMs));
  const loadedAt = (source: string, entity: string): string | null =>
    batches.findLast((batch) => batch.source === source && batch.entities.some((one) => one.entity === entity))?.landed_at ?? null;
  const groups = [...Map.groupBy(freshness, ({ source }) => source)];
  return (
    <PageSection title={say('sources')} note={say('sourcesHelp')}>
      <TableScroller label={say('sources')} tall>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('entity')}</th>
              <th scope="col" data-number>
                {say('rows')}
              </th>
              <th scope="col">{say('until')}</th>
              <th scope="col">{say('loaded')}</th>
            </tr>
          </thead>
          {groups.map(([source, entities]) => (
            <tbody key={source}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={4}>
                  {source}
                </th>
              </tr>
              {entities
                .toSorted((a, b) => b.rows - a.rows)
                .map(({ entity, rows, watermark }) => {
                  const days = watermark === null ? 0 : behind(watermark);
                  const loaded = loadedAt(source, entity);
                  return (
                    <tr key={entity}>
                      <th scope="row">{entityWords(entity, language)}</th>
                      <td data-number>{format.column(rows, 'count')}</td>
                      <td className={styles.when}>
                        {watermark === null ? say('noDate') : format.momentDay(watermark)}
                        {days > 0 && <span className={styles.low}> · {say('behind', { count: days })}</span>}
                      </td>
                      <td className={styles.when}>{loaded === null ? '–' : format.moment(loaded)}</td>
                    </tr>
                  );
                })}
            </tbody>
          ))}
        </table>
      </TableScroller>
    </PageSection>
  );
}
