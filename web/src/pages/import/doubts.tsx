import { useState } from 'react';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { importWords } from '../../words/import.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { useValueName } from '../../words/values.ts';
import { type Doubt, type Entity, freeColumns, openDoubts, ruleWith, settle, type TableDraft, withRule } from './draft.ts';
import { patternIn } from './format-step.tsx';
import styles from './import-page.module.css';

interface Props {
  readonly table: TableDraft;
  readonly entity: Entity;
  readonly nameOf: (entity: string) => string;
  readonly onChange: (table: TableDraft) => void;
}

/** What is not sure enough to be taken silently: one question each. */
export function Doubts(props: Props) {
  return openDoubts(props.table).map((doubt) => <OneDoubt key={`${doubt.code} ${doubt.column}`} doubt={doubt} {...props} />);
}

const ofColumn = (table: TableDraft, column: string | null): readonly string[] =>
  Object.entries(table.rules).flatMap(([field, rule]) => ((typeof rule === 'string' ? rule : rule.from) === column ? [field] : []));

function OneDoubt({ doubt, table, entity, nameOf, onChange }: Props & { readonly doubt: Doubt }) {
  const say = useWords(importWords);
  const { language } = useLanguage();
  const { code, column, choices } = doubt;
  const settled = settle(table, doubt);
  const isNamed = code !== 'status_unknown' || table.seen.columns.some(({ name }) => name === column);
  /** Says something more of every rule that reads the column. */
  const sayOfColumn = (more: Parameters<typeof ruleWith>[1]): void =>
    onChange(ofColumn(table, column).reduce((now, field) => withRule(now, field, ruleWith(now.rules[field] ?? '', more)), settled));
  return (
    <div className={styles.doubt}>
      <p>
        <b>{say(isNamed ? code : 'status_nowhere', { column: column ?? '', other: choices[0] ?? '' })}</b>
      </p>
      <div>
        {code === 'entity_unsure' && <PushButton onClick={() => onChange(settled)}>{`${say('yes')}: ${nameOf(entity.id)}`}</PushButton>}
        {code === 'entity_twice' && (
          <>
            <PushButton onClick={() => onChange(settled)}>{say('keepBoth')}</PushButton>
            <PushButton onClick={() => onChange({ ...table, used: false })}>{say('leaveOut')}</PushButton>
          </>
        )}
        {code === 'id_missing' && (
          <SelectField
            label={say('column')}
            open
            value=""
            options={[
              { value: '', label: say('undecided') },
              ...table.seen.columns.map(({ name, distinct, filled }) => ({
                value: `=${name}`,
                label: distinct === filled && filled === table.seen.rows ? `${name} ✓` : name,
              })),
              { value: 'row', label: say('rowId') },
            ]}
            onChange={(value) => {
              if (value !== '') onChange(withRule(settled, 'id', value === 'row' ? { row: true } : value.slice(1)));
            }}
          />
        )}
        {code === 'date_order_ambiguous' &&
          choices.map((pattern) => (
            <PushButton key={pattern} onClick={() => sayOfColumn({ dates: pattern })}>
              {patternIn(pattern, language)}
            </PushButton>
          ))}
        {code === 'number_ambiguous' &&
          ([',', '.'] as const).map((mark) => (
            <PushButton key={mark} onClick={() => sayOfColumn({ decimal: mark })}>
              {say(mark === ',' ? 'decimal_comma' : 'decimal_point')}
            </PushButton>
          ))}
        {code === 'status_unknown' && (
          <StatusDoubt doubt={doubt} table={table} onDone={(rule) => onChange(withRule(settled, 'status', rule))} />
        )}
      </div>
      {(code === 'date_order_ambiguous' || code === 'number_ambiguous') && (
        <p>
          {say('samples')}: {(table.seen.columns.find(({ name }) => name === column)?.samples ?? []).slice(0, 4).join(' · ')}
        </p>
      )}
    </div>
  );
}

/** More is no list of states. */
const mostValues = 20;

type StatusRule = { readonly from: string; readonly values: Record<string, string> };

function StatusDoubt({
  doubt,
  table,
  onDone,
}: {
  readonly doubt: Doubt;
  readonly table: TableDraft;
  readonly onDone: (rule: StatusRule) => void;
}) {
  const say = useWords(importWords);
  const valueName = useValueName();
  const free = freeColumns(table);
  // What nothing else reads yet, and says few things often, is likeliest to be it.
  const listed = table.seen.columns
    .filter(({ values }) => values !== null && values.length <= mostValues)
    .toSorted((a, b) => Number(free.includes(b.name)) - Number(free.includes(a.name)) || a.distinct - b.distinct);
  const [column, setColumn] = useState(listed.find(({ name }) => name === doubt.column)?.name ?? listed[0]?.name ?? '');
  const [meaning, setMeaning] = useState<Readonly<Record<string, string>>>({});
  const values = listed.find(({ name }) => name === column)?.values ?? [];
  return (
    <>
      <SelectField
        label={say('column')}
        value={column}
        options={listed.map(({ name }) => ({ value: name, label: name }))}
        onChange={setColumn}
      />
      {values.map(({ value }) => (
        <SelectField
          key={value}
          label={value}
          open={!meaning[value]}
          value={meaning[value] ?? ''}
          options={[
            { value: '', label: say('undecided') },
            ...doubt.choices.map((choice) => ({ value: choice, label: valueName(choice) })),
          ]}
          onChange={(next) => setMeaning({ ...meaning, [value]: next })}
        />
      ))}
      <PushButton
        disabled={values.length === 0 || values.some(({ value }) => !meaning[value])}
        onClick={() => onDone({ from: column, values: meaning })}
      >
        {say('yes')}
      </PushButton>
    </>
  );
}
