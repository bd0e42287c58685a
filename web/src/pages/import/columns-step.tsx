import { useState } from 'react';
import { call } from '../../api/call.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { importWords } from '../../words/import.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { Doubts } from './doubts.tsx';
import { draftOf, type Entity, keyOfTable, openDoubts, type TableDraft } from './draft.ts';
import { FieldRows } from './field-rows.tsx';
import styles from './import-page.module.css';
import type { StepProps } from './import-page.tsx';
import { UseTemplate } from './use-template.tsx';

/** What each file holds and what each column is: doubts first, and settled by a person. */
export function ColumnsStep({ draft, change, changeTable, model }: StepProps) {
  const say = useWords(importWords);
  // In the order in which they were when the step began: settling a doubt moves nothing.
  const [order] = useState(() =>
    draft.tables.toSorted((a, b) => Number(b.used) - Number(a.used) || openDoubts(b).length - openDoubts(a).length).map(({ key }) => key),
  );
  const tables = order.flatMap((key) => draft.tables.find((table) => table.key === key) ?? []);
  return (
    <>
      <p className={styles.help}>{say('columnsHelp')}</p>
      <UseTemplate draft={draft} change={change} />
      {tables.map((table) => (
        <TableColumns
          key={table.key}
          table={table}
          model={model}
          uploads={draft.uploads}
          onChange={(next) => changeTable(table.key, () => next)}
        />
      ))}
    </>
  );
}

interface Props {
  readonly table: TableDraft;
  readonly model: readonly Entity[];
  readonly uploads: StepProps['draft']['uploads'];
  readonly onChange: (table: TableDraft) => void;
}

const none = '';

function TableColumns({ table, model, uploads, onChange }: Props) {
  const say = useWords(importWords);
  const format = useFormat();
  const { language } = useLanguage();
  const [reading, setReading] = useState(false);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const { seen, entity, used } = table;
  const chosen = model.find(({ id }) => id === entity) ?? null;
  const nameOf = (id: string): string => model.find((one) => one.id === id)?.name ?? id;
  const doubts = openDoubts(table);

  /** Another entity has other fields: its columns are recognised anew. */
  const choose = async (next: string): Promise<void> => {
    if (next === none) return onChange({ ...table, used: false });
    if (next === entity) return onChange({ ...table, used: true });
    setReading(true);
    setTrouble(null);
    try {
      const said = [{ file: seen.file, sheet: seen.sheet, format: table.format, entity: next }];
      const { tables } = await call('recognise', { paths: [`upload:${table.upload}`], said }, { language });
      const again = tables.find((one) => keyOfTable(one) === table.key);
      if (again) onChange({ ...draftOf({ ...again, candidates: seen.candidates }, uploads, { ...table, settled: [] }), used: true });
    } catch (error) {
      setTrouble(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setReading(false);
    }
  };

  const likely = seen.candidates.map((one) => one.entity);
  const own = entity !== null && !likely.includes(entity) ? [entity] : [];
  const others = model
    .filter(({ id }) => !likely.includes(id) && id !== entity)
    .toSorted((a, b) => format.collator.compare(a.name, b.name));
  // As recognised anew for what a person chose, it is certain.
  const candidate = seen.candidates.find((one) => one.entity === entity && one.confidence === seen.confidence);
  return (
    <PageSection
      title={table.key}
      note={
        used ? (
          doubts.length > 0 ? (
            <b className={styles.low}>{say('doubts', { count: doubts.length })}</b>
          ) : (
            say('doubtsNone')
          )
        ) : (
          say('leaveOut')
        )
      }
    >
      <Updating active={reading}>
        <div className={styles.controls}>
          <SelectField
            label={say('contains')}
            value={used && entity !== null ? entity : none}
            open={doubts.some(({ code }) => code === 'entity_unsure' || code === 'entity_twice')}
            options={[{ value: none, label: say('leaveOut') }]}
            groups={[
              { label: say('likely'), options: [...own, ...likely].map((id) => ({ value: id, label: nameOf(id) })) },
              { label: say('others'), options: others.map(({ id, name }) => ({ value: id, label: name })) },
            ].filter(({ options }) => options.length > 0)}
            onChange={(next) => void choose(next)}
          />
          {used && (
            <span className={styles.sure}>
              {candidate ? say('confidence', { share: format.share(candidate.confidence) }) : say('chosen')}
            </span>
          )}
        </div>
        {trouble && <TroubleNotice error={trouble} />}
        {used && chosen && (
          <>
            <Doubts table={table} entity={chosen} nameOf={nameOf} onChange={onChange} />
            <FieldRows table={table} entity={chosen} onChange={onChange} />
          </>
        )}
      </Updating>
    </PageSection>
  );
}
