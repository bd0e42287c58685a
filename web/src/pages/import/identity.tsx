import { PageSection } from '../../parts/page-section/page-section.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { useFormat } from '../../words/format.ts';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.ts';
import { columnOf, type TableDraft, withRule } from './draft.ts';
import styles from './import-page.module.css';
import type { StepProps } from './import-page.tsx';

interface Props extends Pick<StepProps, 'model' | 'changeTable'> {
  readonly tables: readonly TableDraft[];
}

const row = '=row';
const other = '=other';

/** By what records are told apart, and how many rows share it. */
export function Identity({ tables, model, changeTable }: Props) {
  const say = useWords(importWords);
  const format = useFormat();
  return (
    <PageSection title={say('identity')} note={say('identityHelp')}>
      <ul className={styles.identity}>
        {tables.map((table) => {
          const { rows, columns } = table.seen;
          const name = columnOf(table.rules.id);
          const rule = table.rules.id;
          const isRow = typeof rule !== 'string' && rule?.row === true;
          const column = columns.find((one) => one.name === name);
          const repeated = column ? column.filled - column.distinct : 0;
          const empty = column ? rows - column.filled : 0;
          const values = {
            distinct: format.number(column?.distinct ?? 0, 0),
            rows: say('rows', { count: rows, n: format.number(rows, 0) }),
          };
          return (
            <li key={table.key}>
              <SelectField
                label={say('idColumn', { entity: model.find(({ id }) => id === table.entity)?.name ?? '' })}
                value={isRow ? row : (name ?? other)}
                options={[
                  ...(!isRow && name === null ? [{ value: other, label: typeof rule === 'string' ? rule : (rule?.sql ?? '') }] : []),
                  ...columns.map((one) => ({ value: one.name, label: one.name })),
                  { value: row, label: say('rowId') },
                ]}
                onChange={(next) => changeTable(table.key, (now) => withRule(now, 'id', next === row ? { row: true } : next))}
              />
              <p data-bad={repeated + empty > 0 || undefined}>
                {isRow && say('idMade')}
                {column &&
                  (repeated === 0 ? say('idUnique', values) : say('idRepeats', { ...values, repeated: format.number(repeated, 0) }))}
                {empty > 0 && ` ${say('idEmpty', { empty: say('rows', { count: empty, n: format.number(empty, 0) }) })}`}
              </p>
            </li>
          );
        })}
      </ul>
    </PageSection>
  );
}
