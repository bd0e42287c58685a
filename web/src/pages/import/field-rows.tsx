import { SelectField } from '../../parts/select-field/select-field.tsx';
import { TableScroller } from '../../parts/table-scroller/table-scroller.tsx';
import { useFieldName } from '../../words/fields.ts';
import { useFormat } from '../../words/format.ts';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.ts';
import { columnOf, type Entity, type Field, freeColumns, type Rule, ruleFrom, type TableDraft, withRule } from './draft.ts';
import styles from './import-page.module.css';

interface Props {
  readonly table: TableDraft;
  readonly entity: Entity;
  readonly onChange: (table: TableDraft) => void;
}

/** Below this a guess is shown as one. */
const wellKnown = 0.9;

const kept = '=keep';
const row = '=row';

/** Fields with the columns that they come from, the least sure first; then the columns that nothing reads. */
export function FieldRows({ table, entity, onChange }: Props) {
  const say = useWords(importWords);
  const fieldName = useFieldName();
  const { seen, rules } = table;
  const sureness = (field: string): number | null => {
    const guess = seen.fields.find((one) => one.field === field);
    return guess && JSON.stringify(guess.rule) === JSON.stringify(rules[field]) ? guess.confidence : null;
  };
  const order = entity.fields.map(({ id }) => id);
  const first = seen.fields.toSorted((a, b) => a.confidence - b.confidence);
  const rank = (field: string): number => {
    if (field === 'id') return -1;
    const guess = first.find((one) => one.field === field);
    return guess && guess.confidence < wellKnown ? first.indexOf(guess) : 1_000 + order.indexOf(field);
  };
  const mapped = Object.keys(rules).toSorted((a, b) => rank(a) - rank(b));
  const missing = entity.fields.filter(({ id }) => !(id in rules));
  const free = freeColumns(table);
  return (
    <>
      <TableScroller label={table.key}>
        <table className={`${styles.table} ${styles.mapping}`}>
          <thead>
            <tr>
              <th scope="col">{say('field')}</th>
              <th scope="col">{say('column')}</th>
              <th scope="col">{say('samples')}</th>
              <th scope="col">{say('certainty')}</th>
            </tr>
          </thead>
          <tbody>
            {mapped.map((field) => (
              <FieldRow
                key={field}
                field={entity.fields.find(({ id }) => id === field) ?? null}
                name={fieldName(field)}
                rule={rules[field] ?? ''}
                sure={sureness(field)}
                table={table}
                onRule={(rule) => onChange(withRule(table, field, rule))}
              />
            ))}
          </tbody>
        </table>
      </TableScroller>
      {free.length > 0 && (
        <details className={styles.more}>
          <summary>{say('freeTitle', { count: free.length })}</summary>
          <p className={styles.help}>{say('freeHelp')}</p>
          <TableScroller label={say('freeTitle', { count: free.length })}>
            <table className={styles.table}>
              <tbody>
                {free.map((column) => (
                  <tr key={column}>
                    <th scope="row">{column}</th>
                    <td>
                      <SelectField
                        label={say('asField', { column })}
                        hideLabel
                        value={kept}
                        options={[
                          { value: kept, label: say('keepAsOwn') },
                          ...missing.map(({ id }) => ({ value: id, label: fieldName(id) })),
                        ]}
                        onChange={(field) => {
                          if (field !== kept) onChange(withRule(table, field, ruleFrom(column)));
                        }}
                      />
                    </td>
                    <td className={styles.examples}>{samplesOf(table, column)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroller>
        </details>
      )}
      {missing.length > 0 && (
        <div className={styles.more}>
          <SelectField
            label={say('addField')}
            value=""
            options={[{ value: '', label: say('addFieldHelp') }, ...missing.map(({ id }) => ({ value: id, label: fieldName(id) }))]}
            onChange={(field) => {
              const column = free[0] ?? seen.columns[0]?.name;
              if (field !== '' && column !== undefined) onChange(withRule(table, field, ruleFrom(column)));
            }}
          />
        </div>
      )}
    </>
  );
}

const samplesOf = ({ seen }: TableDraft, column: string | null): string =>
  (seen.columns.find(({ name }) => name === column)?.samples ?? []).slice(0, 4).join(' · ');

interface RowProps {
  readonly field: Field | null;
  readonly name: string;
  readonly rule: Rule;
  /** Null: a person chose it. */
  readonly sure: number | null;
  readonly table: TableDraft;
  readonly onRule: (rule: Rule | null) => void;
}

function FieldRow({ field, name, rule, sure, table, onRule }: RowProps) {
  const say = useWords(importWords);
  const format = useFormat();
  const column = columnOf(rule);
  const special =
    typeof rule === 'string'
      ? null
      : rule.row
        ? say('rule_row')
        : rule.value !== undefined
          ? say('rule_value', { value: rule.value })
          : rule.sql !== undefined
            ? say('rule_sql', { sql: rule.sql })
            : null;
  const isId = field?.id === 'id';
  return (
    <tr>
      <th scope="row">
        {name}
        {isId && <small>{say('required')}</small>}
      </th>
      <td>
        <SelectField
          label={`${name}: ${say('column')}`}
          hideLabel
          value={special === null ? `+${column}` : kept}
          options={[
            ...(special === null ? [] : [{ value: kept, label: special.slice(0, 60) }]),
            ...table.seen.columns.map((one) => ({ value: `+${one.name}`, label: one.name })),
            ...(isId ? [{ value: row, label: say('rowId') }] : [{ value: '', label: say('notTaken') }]),
          ]}
          onChange={(value) => {
            if (value === '') onRule(null);
            else if (value === row) onRule({ row: true });
            else if (value.startsWith('+')) onRule(ruleFrom(value.slice(1)));
          }}
        />
      </td>
      <td className={styles.examples}>{samplesOf(table, column)}</td>
      <td>
        {sure === null ? (
          say('chosen')
        ) : (
          <span className={styles.sure}>
            <progress value={sure} aria-hidden="true" />
            <span className={sure < wellKnown ? styles.low : undefined}>{format.share(sure)}</span>
          </span>
        )}
      </td>
    </tr>
  );
}
