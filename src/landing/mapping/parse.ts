import type { z } from 'zod';
import type { Entity } from '../../model/entity.ts';
import { CuadroError } from '../../model/error.ts';
import { sourceColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import { documentSchema, type EntryDocument, type MappingDocument, type RuleDocument } from './document.ts';
import type { Mapping, MappingEntry, Rule } from './mapping.ts';
import { nearest } from './suggest_word.ts';
import { readYaml } from './yaml.ts';

type Path = readonly PropertyKey[];
type Locate = (path: Path) => string;

const keyOf = (path: Path): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`)).join('');

const list = (words: Iterable<string>): string => [...words].join(', ');

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value && typeof value === 'object' ? Reflect.get(value, key) : undefined), root);

const knownKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['mapping', ['source', 'timezone', 'exported_at', 'mode', 'files']],
  ['entry', ['file', 'entity', 'format', 'columns', 'where', 'query']],
  ['format', ['encoding', 'delimiter', 'quote', 'header', 'skip', 'sheet', 'decimal', 'thousands', 'dates']],
  ['rule', ['from', 'values', 'default', 'empty', 'dates', 'money', 'decimal', 'value', 'sql', 'row']],
]);

const keysAt = (path: Path): readonly string[] => {
  const kind = path.length === 0 ? 'mapping' : path.length === 2 ? 'entry' : path.at(-1) === 'format' ? 'format' : 'rule';
  return knownKeys.get(kind) ?? [];
};

/** A union's own issue says little: the one that got furthest says what is wrong. */
const deepest = (issue: z.core.$ZodIssue): z.core.$ZodIssue => {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map(deepest);
  const best = inner.toSorted(
    (a, b) => b.path.length - a.path.length || Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys'),
  )[0];
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue;
};

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)) ?? '';

const expectedOf = (issue: z.core.$ZodIssue): string | null => {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  if (issue.code === 'invalid_type') return String(issue.expected);
  return null;
};

const issueError = (first: z.core.$ZodIssue, root: unknown, locate: Locate): CuadroError => {
  const issue = deepest(first);
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const known = keysAt(issue.path);
    return new CuadroError({
      code: 'mapping_key_unknown',
      where: `${locate([...issue.path, key])} ${keyOf([...issue.path, key])}`.trim(),
      found: key,
      expected: list(known),
      params: { key, nearest: nearest(key, known) ?? known[0] ?? '' },
    });
  }
  const found = valueAt(root, issue.path);
  const where = `${locate(issue.path)} ${keyOf(issue.path)}`.trim();
  const key = keyOf(issue.path);
  if (found === undefined) return new CuadroError({ code: 'mapping_key_missing', where, params: { key } });
  const expected = expectedOf(issue);
  return new CuadroError({ code: 'mapping_value_invalid', where, found: show(found), params: { key }, ...(expected ? { expected } : {}) });
};

const columnKeys = ['values', 'default', 'empty', 'dates', 'money', 'decimal'] as const;

const ruleOf = (rule: string | RuleDocument, field: string, where: string): Rule => {
  if (typeof rule === 'string') return ruleOf({ from: rule }, field, where);
  const kinds = (['from', 'value', 'sql', 'row'] as const).filter((kind) => rule[kind] !== undefined);
  const stray = rule.from === undefined ? columnKeys.find((key) => rule[key] !== undefined) : undefined;
  if (kinds.length !== 1 || (stray !== undefined && kinds[0] !== 'from')) {
    const found = Object.keys(rule).join(', ');
    throw new CuadroError({ code: 'mapping_rule_invalid', where, found: found === '' ? '{}' : found, params: { field } });
  }
  if (rule.value !== undefined) return { kind: 'value', value: rule.value };
  if (rule.sql !== undefined) return { kind: 'sql', sql: rule.sql };
  if (rule.row !== undefined) {
    if (field !== 'id') throw new CuadroError({ code: 'mapping_row_rule', where, found: field, params: { field } });
    return { kind: 'row' };
  }
  return {
    kind: 'column',
    from: rule.from ?? '',
    values: new Map(Object.entries(rule.values ?? {})),
    default: rule.default ?? null,
    empty: rule.empty ?? [],
    dates: rule.dates ?? null,
    money: rule.money ?? false,
    decimal: rule.decimal ?? null,
  };
};

const fieldsOf = (entity: Entity): readonly string[] => Object.keys(entity.fields).filter((field) => field !== sourceColumn);

const entityOf = (name: string, where: string): Entity => {
  const entity = entities.get(name);
  if (entity) return entity;
  throw new CuadroError({
    code: 'mapping_entity_unknown',
    where,
    found: name,
    expected: list(entities.keys()),
    params: { entity: name, nearest: nearest(name, entities.keys()) ?? '—' },
  });
};

/** A base name or glob: nothing that leads to another folder. */
const checkFile = (file: string, where: string): void => {
  if (/[/\\\0]/.test(file) || file === '..' || file === '.' || /^[a-z]:/i.test(file)) {
    throw new CuadroError({ code: 'mapping_file_path', where, found: file.replaceAll('\0', '\\0') });
  }
};

const entryOf = (entry: EntryDocument, index: number, locate: Locate): MappingEntry => {
  const path = (...keys: PropertyKey[]): string => `${locate(['files', index, ...keys])} ${keyOf(['files', index, ...keys])}`;
  if (entry.file === undefined && entry.query === undefined) {
    throw new CuadroError({ code: 'mapping_key_missing', where: path(), params: { key: `files[${index}].file` } });
  }
  if (entry.file !== undefined) checkFile(entry.file, path('file'));
  if (entry.query !== undefined && entry.where !== undefined) {
    throw new CuadroError({ code: 'mapping_where_and_query', where: path('where'), found: entry.where });
  }
  const columns = new Map<string, Rule>();
  if (entry.entity === undefined) {
    if (entry.columns !== undefined || entry.query !== undefined || entry.where !== undefined) {
      throw new CuadroError({ code: 'mapping_key_missing', where: path(), params: { key: `files[${index}].entity` } });
    }
  } else {
    const entity = entityOf(entry.entity, path('entity'));
    const known = fieldsOf(entity);
    for (const [field, rule] of Object.entries(entry.columns ?? {})) {
      if (!known.includes(field)) {
        throw new CuadroError({
          code: 'mapping_field_unknown',
          where: path('columns', field),
          found: field,
          expected: list(known),
          params: { field, entity: entity.name, nearest: nearest(field, known) ?? '—' },
        });
      }
      columns.set(field, ruleOf(rule, field, path('columns', field)));
    }
    if (!columns.has('id')) {
      throw new CuadroError({
        code: 'mapping_id_missing',
        where: path('columns'),
        found: list(columns.keys()),
        params: { entity: entity.name },
      });
    }
  }
  const { sheet, ...format } = entry.format ?? {};
  return {
    where: path(),
    file: entry.file ?? null,
    query: entry.query ?? null,
    condition: entry.where ?? null,
    entity: entry.entity ?? null,
    format: { ...definedOnly(format), ...(sheet === undefined ? {} : { sheet }) },
    columns,
  };
};

const definedOnly = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  // Zod's optional keys may be there and undefined; the reader of files wants them absent.
  JSON.parse(JSON.stringify(value));

const checkTimezone = (zone: string, where: string): void => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    throw new CuadroError({ code: 'mapping_timezone_unknown', where, found: zone });
  }
};

const checkExportedAt = (text: string, where: string): void => {
  try {
    Temporal.PlainDateTime.from(text.replace(/Z$/i, ''), { overflow: 'reject' });
  } catch {
    throw new CuadroError({ code: 'mapping_exported_at_invalid', where, found: text });
  }
};

const build = (root: unknown, locate: Locate): Mapping => {
  const parsed = documentSchema.safeParse(root);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    if (issue) throw issueError(issue, root, locate);
    throw new CuadroError({ code: 'mapping_value_invalid', where: locate([]) });
  }
  const { source, timezone, exported_at: exportedAt, mode, files } = parsed.data;
  if (timezone !== undefined) checkTimezone(timezone, `${locate(['timezone'])} timezone`);
  if (exportedAt !== undefined) checkExportedAt(exportedAt, `${locate(['exported_at'])} exported_at`);
  return {
    source: source ?? null,
    timezone: timezone ?? null,
    exportedAt: exportedAt ?? null,
    mode: mode ?? 'delta',
    entries: files.map((entry, index) => entryOf(entry, index, locate)),
  };
};

/** A mapping is a page or two. Larger is a mistake or an attack. */
const maxLength = 1_000_000;

/**
 * Reads a mapping file's text.
 * @param file as the user named it, for messages.
 * @throws CuadroError `mapping_*`, with file, line and key.
 */
export const parseMapping = (text: string, file: string): Mapping => {
  if (text.length > maxLength) throw new CuadroError({ code: 'mapping_too_large', where: file, found: String(text.length) });
  const yaml = readYaml(text, file);
  return build(yaml.value, yaml.locate);
};

/** The same for a mapping that Cuadro made itself (recognition, connectors). */
export const mappingOf = (document: MappingDocument): Mapping => build(document, () => 'mapping');
