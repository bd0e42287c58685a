import { useRef, useState } from 'react';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.ts';
import type { Rule } from './draft.ts';
import styles from './import-page.module.css';
import type { StepProps } from './import-page.tsx';

interface Entry {
  readonly file: string;
  readonly entity: string;
  readonly columns: Readonly<Record<string, Rule>>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entries of a mapping that the wizard can take over. What of it is wrong the server says when it is tried. */
function entriesOf(document: unknown): readonly Entry[] | null {
  if (!isObject(document) || !Array.isArray(document.files)) return null;
  return document.files.flatMap((entry: unknown): readonly Entry[] => {
    if (!isObject(entry) || typeof entry.file !== 'string' || typeof entry.entity !== 'string' || !isObject(entry.columns)) return [];
    // A rule is taken as it stands; the server checks it word by word.
    return [{ file: entry.file, entity: entry.entity, columns: entry.columns as Entry['columns'] }];
  });
}

const matches = (pattern: string, file: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  ).test(file);

/** A mapping that was saved the last time, applied to the files that it names. */
export function UseTemplate({ draft, change }: Pick<StepProps, 'draft' | 'change'>) {
  const say = useWords(importWords);
  const picker = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<string | null>(null);
  const apply = async (file: File): Promise<void> => {
    const { parse } = await import('yaml');
    let document: unknown = null;
    try {
      // Numbers keep their spelling, as the server reads them.
      document = parse(await file.text(), { schema: 'failsafe' });
    } catch {
      // No YAML: said below.
    }
    const entries = entriesOf(document);
    if (entries === null) return setTold(say('templateBad'));
    const found = draft.tables.filter(({ seen }) => entries.some((entry) => matches(entry.file, seen.file)));
    if (found.length === 0) return setTold(say('templateNone'));
    change((now) => ({
      ...now,
      source: isObject(document) && typeof document.source === 'string' ? document.source : now.source,
      tables: now.tables.map((table) => {
        const entry = entries.find((one) => matches(one.file, table.seen.file));
        if (!entry) return table;
        const settled = table.seen.doubts.map((doubt) => `${doubt.code} ${doubt.column ?? ''}`);
        return { ...table, used: true, entity: entry.entity, rules: plain(entry.columns), settled };
      }),
    }));
    setTold(say('templateApplied', { list: found.map(({ key }) => key).join(', ') }));
  };
  return (
    <div className={styles.buttons}>
      <PushButton onClick={() => picker.current?.click()}>{say('templateUse')}</PushButton>
      <input
        ref={picker}
        type="file"
        accept=".yaml,.yml"
        hidden
        tabIndex={-1}
        aria-label={say('templateUse')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void apply(file);
        }}
      />
      {told && <p role="status">{told}</p>}
    </div>
  );
}

/** Read without types, `true` is a text: where a rule has a truth value it is one again. */
const plain = (rules: Entry['columns']): Entry['columns'] =>
  Object.fromEntries(
    Object.entries(rules).map(([field, rule]) => {
      if (typeof rule === 'string') return [field, rule];
      const { money, row, ...rest } = rule;
      return [
        field,
        { ...rest, ...(String(money) === 'true' ? { money: true } : {}), ...(String(row) === 'true' ? { row: true as const } : {}) },
      ];
    }),
  );
