import { useId, useState } from 'react';
import { call } from '../../api/call.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { TableScroller } from '../../parts/table-scroller/table-scroller.tsx';
import { useFormat } from '../../words/format.ts';
import { importWords } from '../../words/import.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { draftOf, type FormatSaid, keyOfTable, type TableDraft } from './draft.ts';
import styles from './import-page.module.css';
import type { StepProps } from './import-page.tsx';

const encodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'macintosh', 'utf-16le', 'utf-16be'];
const patterns = ['D/M/YYYY', 'M/D/YYYY', 'D-M-YYYY', 'D.M.YYYY', 'YYYY/M/D', 'D/M/YY', 'D/M/YYYY HH:mm', 'M/D/YYYY HH:mm'];

/** How each file was read, on its own rows, and whatever of it is wrong to be set right. */
export function FormatStep({ draft, changeTable }: StepProps) {
  const say = useWords(importWords);
  return (
    <>
      <p className={styles.help}>{say('formatHelp')}</p>
      {draft.tables.map((table) => (
        <TableFormat key={table.key} table={table} uploads={draft.uploads} onChange={(next) => changeTable(table.key, () => next)} />
      ))}
    </>
  );
}

interface Props {
  readonly table: TableDraft;
  readonly uploads: StepProps['draft']['uploads'];
  readonly onChange: (table: TableDraft) => void;
}

function TableFormat({ table, uploads, onChange }: Props) {
  const say = useWords(importWords);
  const format = useFormat();
  const { language } = useLanguage();
  const skipId = useId();
  const [reading, setReading] = useState(false);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const { seen } = table;
  const state = async (more: FormatSaid): Promise<void> => {
    const stated = { ...table.format, ...more };
    setReading(true);
    setTrouble(null);
    try {
      const said = [{ file: seen.file, sheet: seen.sheet, format: stated, entity: table.entity }];
      const { tables } = await call('recognise', { paths: [`upload:${table.upload}`], said }, { language });
      const again = tables.find((one) => keyOfTable(one) === table.key);
      if (again) onChange({ ...draftOf(again, uploads, { ...table, format: stated }), used: table.used });
    } catch (error) {
      setTrouble(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setReading(false);
    }
  };
  const { encoding, delimiter, decimal, dates, header, skip } = seen.format;
  const delimiters = [
    { value: ',', label: say('delimiter_comma') },
    { value: ';', label: say('delimiter_semicolon') },
    { value: '\t', label: say('delimiter_tab') },
    { value: '|', label: say('delimiter_pipe') },
  ];
  const known = [...new Set([encoding, ...encodings])];
  const datePatterns = [...new Set([...(dates ? [dates] : []), ...patterns])];
  const note = [
    say('rows', { count: seen.rows, n: format.number(seen.rows, 0) }),
    say('columns', { count: seen.columns.length }),
    ...(seen.unread > 0 ? [say('unreadRows', { count: seen.unread, n: format.number(seen.unread, 0) })] : []),
  ].join(' · ');
  return (
    <PageSection title={table.key} note={note}>
      <Updating active={reading}>
        {trouble && <TroubleNotice error={trouble} />}
        {seen.kind === 'parquet' || seen.kind === 'jsonl' ? (
          <p className={styles.help}>{say('binaryFormat')}</p>
        ) : (
          <div className={styles.controls}>
            {seen.kind === 'delimited' && (
              <>
                <SelectField
                  label={say('encoding')}
                  value={encoding}
                  options={known.map((value) => ({ value, label: value.toUpperCase() }))}
                  onChange={(value) => void state({ encoding: value })}
                />
                <SelectField
                  label={say('delimiter')}
                  value={delimiter}
                  options={
                    delimiters.some(({ value }) => value === delimiter)
                      ? delimiters
                      : [{ value: delimiter, label: delimiter }, ...delimiters]
                  }
                  onChange={(value) => void state({ delimiter: value })}
                />
              </>
            )}
            <SelectField
              label={say('decimal')}
              value={decimal ?? ''}
              options={[
                ...(decimal === null ? [{ value: '', label: say('decimal_none') }] : []),
                { value: ',', label: say('decimal_comma') },
                { value: '.', label: say('decimal_point') },
              ]}
              onChange={(value) => {
                if (value === ',' || value === '.') void state({ decimal: value, thousands: value === ',' ? '.' : ',' });
              }}
            />
            <SelectField
              label={say('dates')}
              value={dates ?? ''}
              options={[
                { value: '', label: say('dates_auto') },
                ...datePatterns.map((value) => ({ value, label: patternIn(value, language) })),
              ]}
              onChange={(value) => {
                if (value !== '') return void state({ dates: value });
                const { dates: _, ...rest } = table.format;
                onChange({ ...table, format: rest });
                void state({});
              }}
            />
            <SelectField
              label={say('header')}
              value={header ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: say('header_yes') },
                { value: 'no', label: say('header_no') },
              ]}
              onChange={(value) => void state({ header: value === 'yes' })}
            />
            <span className={styles.input}>
              <label htmlFor={skipId}>{say('skip')}</label>
              <input
                id={skipId}
                key={skip}
                inputMode="numeric"
                size={4}
                defaultValue={skip}
                onBlur={(event) => {
                  const lines = Number(event.currentTarget.value);
                  if (Number.isInteger(lines) && lines >= 0 && lines !== skip) void state({ skip: lines });
                }}
              />
            </span>
          </div>
        )}
        <Sample table={table} />
      </Updating>
    </PageSection>
  );
}

/** `D/M/YYYY` as a reader of Spanish writes it. */
export const patternIn = (pattern: string, language: 'es' | 'en'): string => (language === 'es' ? pattern.replaceAll('Y', 'A') : pattern);

function Sample({ table: { key, seen } }: { readonly table: TableDraft }) {
  const say = useWords(importWords);
  const { language } = useLanguage();
  const numbers = new Set(seen.columns.flatMap(({ kind }, index) => (['integer', 'number', 'money'].includes(kind) ? [index] : [])));
  return (
    <TableScroller label={say('sampleOf', { file: key })}>
      <table className={`${styles.table} ${styles.sample}`}>
        <thead>
          <tr>
            {seen.columns.map(({ name, kind, dates }, index) => (
              <th key={name} scope="col" data-number={numbers.has(index) || undefined}>
                {name}
                <small>
                  {say(`kind_${kind}`)}
                  {dates && ` ${patternIn(dates, language)}`}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.sample.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no name but their place
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={seen.columns[index]?.name} data-number={numbers.has(index) || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}
