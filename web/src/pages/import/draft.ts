import type { OperationInput, OperationOutput } from '../../../../src/app/api/client-types.ts';

export type Recognised = OperationOutput<'recognise'>['tables'][number];
export type Doubt = Recognised['doubts'][number];
export type Rule = Recognised['fields'][number]['rule'];
type Said = NonNullable<OperationInput<'recognise'>['said']>[number];
export type FormatSaid = NonNullable<Said['format']>;
export type Entity = OperationOutput<'model'>['entities'][number];
export type Field = Entity['fields'][number];

/** A file that is on the server. */
export interface Uploaded {
  readonly id: string;
  /** As the server calls it. */
  readonly name: string;
  readonly bytes: number;
}

/** A table of the import: what was recognised, and what a person has said of it. */
export interface TableDraft {
  readonly key: string;
  readonly upload: string;
  readonly seen: Recognised;
  /** False: it is left out. */
  readonly used: boolean;
  readonly format: FormatSaid;
  readonly entity: string | null;
  readonly rules: Readonly<Record<string, Rule>>;
  /** Keys of doubts that a person has settled. */
  readonly settled: readonly string[];
}

export interface Draft {
  readonly uploads: readonly Uploaded[];
  readonly unread: OperationOutput<'recognise'>['unread'];
  readonly tables: readonly TableDraft[];
  readonly source: string;
  readonly mode: 'delta' | 'full';
  /** `2026-06-30`; empty: up to the last time in the data. */
  readonly exportedAt: string;
}

export const emptyDraft: Draft = { uploads: [], unread: [], tables: [], source: '', mode: 'delta', exportedAt: '' };

export const keyOfTable = ({ file, sheet }: Pick<Recognised, 'file' | 'sheet'>): string => (sheet === null ? file : `${file} · ${sheet}`);
export const keyOfDoubt = ({ code, column }: Doubt): string => `${code} ${column ?? ''}`;

/** The name of a file as it stands in a mapping: without `.gz`. */
const mapped = (name: string): string => name.replace(/\.gz$/i, '');

export function draftOf(seen: Recognised, uploads: readonly Uploaded[], before: TableDraft | null = null): TableDraft {
  return {
    key: keyOfTable(seen),
    upload: uploads.find(({ name }) => mapped(name) === seen.file)?.id ?? '',
    seen,
    used: before ? before.used || (before.entity === null && seen.entity !== null) : seen.entity !== null,
    format: before?.format ?? {},
    entity: seen.entity,
    rules: Object.fromEntries(seen.fields.map(({ field, rule }) => [field, rule])),
    settled: before && before.entity === seen.entity ? before.settled : [],
  };
}

export const openDoubts = ({ seen, settled, used }: TableDraft): readonly Doubt[] =>
  used ? seen.doubts.filter((doubt) => !settled.includes(keyOfDoubt(doubt))) : [];

/** The column that a rule reads; null: it reads none, or several. */
export const columnOf = (rule: Rule | undefined): string | null =>
  rule === undefined ? null : typeof rule === 'string' ? rule : (rule.from ?? null);

/** A rule that reads another column: what was said of the values of the old one does not hold for the new. */
export const ruleFrom = (column: string): Rule => column;

/** A rule with something more said of how its column is read. */
export const ruleWith = (rule: Rule, more: Exclude<Rule, string>): Rule => ({
  ...(typeof rule === 'string' ? { from: rule } : rule),
  ...more,
});

export const withRule = (table: TableDraft, field: string, rule: Rule | null): TableDraft => ({
  ...table,
  rules:
    rule === null ? Object.fromEntries(Object.entries(table.rules).filter(([name]) => name !== field)) : { ...table.rules, [field]: rule },
});

export const settle = (table: TableDraft, doubt: Doubt): TableDraft => ({
  ...table,
  settled: [...new Set([...table.settled, keyOfDoubt(doubt)])],
});

const simple = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** What an import makes of a value of a closed list; null: nobody knows it, and the row would be left out. */
export function meaningOf(rule: Rule, field: Field, value: string): string | null {
  const said = typeof rule === 'string' ? undefined : rule.values?.[value];
  if (said !== undefined) return said;
  const spelled = simple(value);
  if (field.values?.includes(spelled)) return spelled;
  return field.aliases[spelled] ?? field.aliases[value.toLowerCase()] ?? null;
}

/** Columns that no rule reads: they stay as the company's own. */
export function freeColumns({ seen, rules }: TableDraft): readonly string[] {
  const read = Object.values(rules);
  return seen.columns.flatMap(({ name }) =>
    read.some((rule) => columnOf(rule) === name || (typeof rule !== 'string' && rule.sql?.includes(`"${name}"`))) ? [] : [name],
  );
}

/** The mapping as `spec/cli.md` has it. */
export function mappingOf({ tables, source, mode, exportedAt }: Draft): object {
  return {
    source: source.trim() === '' ? 'files' : source.trim(),
    ...(exportedAt === '' ? {} : { exported_at: exportedAt }),
    ...(mode === 'full' ? { mode } : {}),
    files: tables
      .filter(({ used, entity }) => used && entity !== null)
      .map(({ seen, entity, format, rules }) => {
        const said = {
          ...(seen.sheet === null ? {} : { sheet: seen.sheet }),
          ...(seen.format.dates === null ? {} : { dates: seen.format.dates }),
          ...format,
        };
        return { file: seen.file, entity, ...(Object.keys(said).length > 0 ? { format: said } : {}), columns: rules };
      }),
  };
}

export const mappingFile = 'cuadro-import.yaml';

/** The same as text; the writer of YAML is loaded when it is needed. */
export async function mappingText(draft: Draft): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(mappingOf(draft), { lineWidth: 0, aliasDuplicateObjects: false });
}

/** A name that the server keeps as it is, and that no other file of the import has. */
export function safeName(name: string, taken: readonly string[]): string {
  const kept = [...name.replace(/[^\p{L}\p{N} ._()-]/gu, '_').replace(/^[.\s]+/, '')].slice(-90).join('') || 'file';
  const [, stem = kept, ending = ''] = /^(.*?)((?:\.[A-Za-z0-9]+){0,2})$/.exec(kept) ?? [];
  for (let number = 1; ; number++) {
    const tried = number === 1 ? kept : `${stem} (${number})${ending}`;
    if (!taken.some((one) => mapped(one).toLowerCase() === mapped(tried).toLowerCase())) return tried;
  }
}
