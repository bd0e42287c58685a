import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { warningWords } from '../../../../src/i18n/warnings.ts';
import { TableScroller } from '../../parts/table-scroller/table-scroller.tsx';
import { useFieldName } from '../../words/fields.ts';
import { useFormat } from '../../words/format.ts';
import { importWords } from '../../words/import.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import type { Entity } from './draft.ts';
import styles from './import-page.module.css';

type Result = OperationOutput<'import'>['entities'][number];

const counts = ['read', 'created', 'updated', 'unchanged', 'vanished', 'rejected'] as const;

/** What becomes of the rows of each entity. */
export function EntityCounts({ entities, model }: { readonly entities: readonly Result[]; readonly model: readonly Entity[] }) {
  const say = useWords(importWords);
  const format = useFormat();
  const fieldName = useFieldName();
  const { language } = useLanguage();
  const shown = counts.filter((count) => count !== 'vanished' || entities.some((one) => one.vanished > 0));
  return (
    <TableScroller label={say('preview')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('entity')}</th>
            {shown.map((count) => (
              <th key={count} scope="col" data-number>
                {say(count)}
              </th>
            ))}
            <th scope="col">{say('warnings')}</th>
          </tr>
        </thead>
        <tbody>
          {entities.map((one) => (
            <tr key={one.entity}>
              <th scope="row">{model.find(({ id }) => id === one.entity)?.name ?? one.entity}</th>
              {shown.map((count) => (
                <td key={count} data-number className={count === 'rejected' && one.rejected > 0 ? styles.low : undefined}>
                  {format.column(one[count], 'count')}
                </td>
              ))}
              <td>
                {one.warnings.length === 0
                  ? '–'
                  : one.warnings
                      .map(
                        ({ code, field, rows }) =>
                          `${field === null ? '' : `${fieldName(field)}: `}${warningWords(code, language)} (${format.number(rows, 0)})`,
                      )
                      .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}
