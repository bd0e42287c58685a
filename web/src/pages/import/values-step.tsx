import { PageSection } from '../../parts/page-section/page-section.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { TableScroller } from '../../parts/table-scroller/table-scroller.tsx';
import { useFieldName } from '../../words/fields.ts';
import { useFormat } from '../../words/format.ts';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.ts';
import { useValueName } from '../../words/values.ts';
import { columnOf, type Field, meaningOf, type Recognised, type Rule, ruleWith, type TableDraft, withRule } from './draft.ts';
import styles from './import-page.module.css';
import type { StepProps } from './import-page.tsx';

/** Free texts of which a company has a short list that may be spelled in several ways, as what refers to another record by its name. */
const lists = new Set(['stage', 'lost_reason', 'source', 'channel']);

interface ValueList {
  readonly table: TableDraft;
  readonly field: Field;
  readonly rule: Rule;
  readonly values: NonNullable<Recognised['columns'][number]['values']>;
}

const listsOf = (table: TableDraft, model: StepProps['model']): readonly ValueList[] => {
  const entity = model.find(({ id }) => id === table.entity);
  if (!table.used || !entity) return [];
  return entity.fields.flatMap((field) => {
    const rule = table.rules[field.id];
    const values = table.seen.columns.find(({ name }) => name === columnOf(rule))?.values;
    if (rule === undefined || !values || (field.type !== 'enum' && field.type !== 'reference' && !lists.has(field.id))) return [];
    return [{ table, field, rule, values }];
  });
};

/** What each value of a list means: those that are undecided first. */
export function ValuesStep({ draft, model, changeTable }: StepProps) {
  const say = useWords(importWords);
  const found = draft.tables
    .flatMap((table) => listsOf(table, model))
    .toSorted((a, b) => Number(b.field.type === 'enum') - Number(a.field.type === 'enum'));
  return (
    <>
      <p className={styles.help}>{found.length === 0 ? say('valuesNone') : say('valuesHelp')}</p>
      {found.map((list) => (
        <OneList
          key={`${list.table.key} ${list.field.id}`}
          {...list}
          onRule={(rule) => changeTable(list.table.key, (table) => withRule(table, list.field.id, rule))}
        />
      ))}
    </>
  );
}

const unknown = '=unknown';
const nothing = '=nothing';

function OneList({ table, field, rule, values, onRule }: ValueList & { readonly onRule: (rule: Rule) => void }) {
  const say = useWords(importWords);
  const fieldName = useFieldName();
  const valueName = useValueName();
  const format = useFormat();
  const said = typeof rule === 'string' ? {} : (rule.values ?? {});
  const means = (value: string, meaning: string | null): void => onRule(ruleWith(rule, { values: { ...said, [value]: meaning } }));
  const isSaid = (value: string): boolean => Object.hasOwn(said, value);
  const undecided = field.type === 'enum' ? values.filter(({ value }) => !isSaid(value) && meaningOf(rule, field, value) === null) : [];
  const title = say('valuesOf', { field: fieldName(field.id), file: table.key });
  const rows = (
    <TableScroller label={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('value')}</th>
            <th scope="col" data-number>
              {say('valueRows')}
            </th>
            <th scope="col">{say('meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ value, rows: count }) => (
            <tr key={value}>
              <th scope="row">{value}</th>
              <td data-number>{format.column(count, 'count')}</td>
              <td>
                {field.type === 'enum' ? (
                  <SelectField
                    label={say('meaningOf', { value })}
                    hideLabel
                    open={undecided.some((one) => one.value === value)}
                    value={isSaid(value) ? (said[value] ?? nothing) : (meaningOf(rule, field, value) ?? unknown)}
                    options={[
                      ...(undecided.some((one) => one.value === value) ? [{ value: unknown, label: say('undecided') }] : []),
                      ...(field.values ?? []).map((one) => ({ value: one, label: valueName(one) })),
                      { value: nothing, label: say('nothing') },
                    ]}
                    onChange={(next) => {
                      if (next !== unknown) means(value, next === nothing ? null : next);
                    }}
                  />
                ) : (
                  <span className={styles.input}>
                    <input
                      aria-label={say('meaningOf', { value })}
                      placeholder={say('asIs')}
                      defaultValue={said[value] ?? ''}
                      onBlur={(event) => {
                        const next = event.currentTarget.value.trim();
                        if (next !== '' && next !== said[value]) means(value, next);
                        else if (next === '' && isSaid(value)) {
                          const { [value]: _, ...rest } = said;
                          onRule(ruleWith(rule, { values: rest }));
                        }
                      }}
                    />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
  return (
    <PageSection
      title={title}
      note={undecided.length > 0 ? <b className={styles.low}>{say('undecidedRows', { count: undecided.length })}</b> : `${values.length}`}
    >
      {field.type === 'enum' ? (
        rows
      ) : (
        <details className={styles.more}>
          <summary>
            {values
              .slice(0, 4)
              .map(({ value }) => value)
              .join(' · ')}
            …
          </summary>
          {rows}
        </details>
      )}
    </PageSection>
  );
}
