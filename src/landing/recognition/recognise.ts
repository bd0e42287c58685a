import { entities } from '../../model/registry.ts';
import type { ColumnFormat } from '../../sources/file/contract-types.ts';
import { currencyOfSign } from '../../sources/file/value/currency-codes.ts';
import type { EntryDocument, MappingDocument, RuleDocument } from '../mapping/document.ts';
import { compositesOf } from './composites.ts';
import { constantsOf } from './dictionary.ts';
import { type Candidate, candidatesOf } from './entity.ts';
import { readEnum } from './fit.ts';
import { subjectOf } from './names.ts';
import { column, literal } from './sql.ts';

/** One file (or one sheet) of an import, as it was detected. */
export interface Table {
  /** Base name: what a mapping's `file` matches. */
  readonly file: string;
  /** Base name without endings. */
  readonly stem: string;
  /** Only where a workbook has several that hold tables. */
  readonly sheet?: string | null;
  readonly columns: readonly ColumnFormat[];
  /** What a person says that it holds: nothing is guessed then but the columns. */
  readonly entity?: string | null;
}

export type DoubtCode = 'entity_unsure' | 'id_missing' | 'status_unknown' | 'date_order_ambiguous' | 'number_ambiguous' | 'entity_twice';

/** Why a file cannot be imported on this guess alone, and what a mapping would have to say. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly file: string;
  /** The column or field in doubt; null for the whole file. */
  readonly column: string | null;
  /** What it could be. */
  readonly choices: readonly string[];
}

export interface SuggestedColumn {
  readonly field: string;
  readonly rule: string | RuleDocument;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface SuggestedFile {
  readonly file: string;
  readonly sheet: string | null;
  readonly entity: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly columns: readonly SuggestedColumn[];
  /** Kept as `custom`. */
  readonly unmapped: readonly string[];
  /** Date pattern of the file as a whole, needed by rules over several columns. */
  readonly dates: string | null;
  readonly doubts: readonly Doubt[];
}

export interface Suggestion {
  readonly files: readonly SuggestedFile[];
  /** Files that hold no entity of the model, as far as their names and columns tell. */
  readonly ignored: readonly string[];
  /** Every doubt of every file; none: sure enough to import. */
  readonly doubts: readonly Doubt[];
}

/** From here on a guess is used; below it is a doubt, and below `worthAsking` the file is left out. */
const sure = 0.7;
const worthAsking = 0.5;

const moneyOrNumber = new Set(['money', 'number', 'integer']);
const times = new Set(['instant', 'date']);

/** Entities that happen and are not changed afterwards: their rows may make their own ids. */
const mayLackId = (entity: string): boolean => {
  const shape = entities.get(entity)?.shape;
  return shape === 'event' || shape === 'history' || /^(order_line|opportunity_line|exchange_rate|target|delivery)$/.test(entity);
};

function currencyOf(columns: readonly ColumnFormat[]): string | null {
  const samples = columns.filter(({ kind }) => kind === 'money').flatMap(({ samples }) => samples);
  const found = new Set(
    samples.flatMap((sample) => {
      const code = /\b(EUR|USD|GBP|MXN|COP|ARS|CLP|PEN|BRL|CHF)\b/.exec(sample)?.[1];
      const sign = Object.keys(currencyOfSign).find((one) => sample.includes(one));
      return code ?? (sign ? (currencyOfSign[sign] ?? []) : []);
    }),
  );
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function ruleFor(
  entity: string,
  fieldName: string,
  column: ColumnFormat,
  fileDates: string | null,
): { readonly rule: string | RuleDocument; readonly unknown: readonly string[] } {
  const field = entities.get(entity)?.fields[fieldName];
  const rule: RuleDocument = { from: column.name };
  let unknown: readonly string[] = [];
  if (field?.type === 'enum') {
    const reading = readEnum(entity, fieldName, field, column.samples);
    unknown = reading.unknown;
    if (Object.keys(reading.values).length > 0) rule.values = { ...reading.values };
  }
  if (field && times.has(field.type) && column.dates !== null && column.dates !== fileDates) rule.dates = column.dates;
  if (field && moneyOrNumber.has(field.type) && column.kind === 'money') rule.money = true;
  return { rule: Object.keys(rule).length === 1 ? column.name : rule, unknown };
}

const doubtsOfColumn = (file: string, entity: string, fieldName: string, column: ColumnFormat): readonly Doubt[] => {
  const type = entities.get(entity)?.fields[fieldName]?.type;
  if (type && times.has(type) && column.dateChoices.length > 1) {
    return [{ code: 'date_order_ambiguous', file, column: column.name, choices: column.dateChoices }];
  }
  if (type && moneyOrNumber.has(type) && column.numberDoubt)
    return [{ code: 'number_ambiguous', file, column: column.name, choices: ['decimal: ","', 'decimal: "."'] }];
  return [];
};

/** What tells records apart that have no id: an invoice's number; a rate of the same day takes the place of the one it puts right. */
const ownKeys: Readonly<Record<string, readonly string[]>> = {
  exchange_rate: ['from_currency', 'to_currency', 'on'],
  invoice: ['number'],
};

function keyOf(entity: string, matched: ReadonlyMap<string, ColumnFormat>): string | RuleDocument | null {
  const fields = ownKeys[entity] ?? [];
  const [first, ...more] = fields.flatMap((field) => matched.get(field)?.name ?? []);
  if (first === undefined || 1 + more.length < fields.length) return null;
  return more.length === 0 ? first : { sql: `concat_ws(' ', ${[first, ...more].map(column).join(', ')})` };
}

/** Tables without ids whose names the other tables may use as keys. */
const namedByKey = new Set(['account', 'user', 'product', 'campaign', 'stage', 'contact']);

function suggest(table: Table, candidate: Candidate, rivals: readonly Candidate[], keyedByName: ReadonlySet<string>): SuggestedFile {
  const { entity } = candidate;
  const model = entities.get(entity);
  const subject = subjectOf(table.stem);
  const matched = new Map(candidate.matches.map((match) => [match.field, match.column]));
  const composites = compositesOf({ entity, columns: table.columns, matched });
  const patterns = composites.flatMap(({ dates }) => dates ?? []);
  const fileDates = patterns[0] ?? null;
  const columns = new Map<string, SuggestedColumn>();
  const doubts: Doubt[] = [];
  const used = new Set<string>();

  for (const { field, column, certainty } of candidate.matches) {
    if (composites.some((one) => one.field === field)) continue;
    const { rule, unknown } = ruleFor(entity, field, column, fileDates);
    if (unknown.length > 0) continue;
    columns.set(field, { field, rule, confidence: certainty });
    used.add(column.name);
    doubts.push(...doubtsOfColumn(table.file, entity, field, column));
  }
  for (const { field, rule, certainty, from } of composites) {
    columns.set(field, { field, rule, confidence: certainty });
    for (const name of from) used.add(name);
    for (const column of table.columns) if (from.includes(column.name)) doubts.push(...doubtsOfColumn(table.file, entity, field, column));
  }
  for (const [field, value] of Object.entries(constantsOf(entity, subject))) {
    if (!columns.has(field)) columns.set(field, { field, rule: { value }, confidence: 0.95 });
  }
  // The time from which a record exists, where only the generic one is given.
  const created = columns.get('created_at');
  if (model && !columns.has(model.begins) && created)
    columns.set(model.begins, { ...created, field: model.begins, confidence: created.confidence * 0.95 });
  if (model && 'currency' in model.fields && !columns.has('currency')) {
    const currency = currencyOf(table.columns);
    if (currency !== null) columns.set('currency', { field: 'currency', rule: { value: currency }, confidence: 0.9 });
  }
  const name = matched.get('name');
  if (!columns.has('id') && name && namedByKey.has(entity)) {
    columns.set('id', { field: 'id', rule: name.name, confidence: keyedByName.has(entity) ? 0.8 : 0.5 });
    if (!keyedByName.has(entity)) doubts.push({ code: 'id_missing', file: table.file, column: 'id', choices: [name.name] });
  } else if (!columns.has('id')) {
    const key = keyOf(entity, matched);
    const enough = key !== null || mayLackId(entity);
    columns.set('id', { field: 'id', rule: key ?? { row: true }, confidence: enough ? 0.8 : 0.4 });
    if (!enough) doubts.push({ code: 'id_missing', file: table.file, column: 'id', choices: table.columns.map(({ name }) => name) });
  }
  if (entity === 'opportunity' && !columns.has('status')) {
    const stage = matched.get('stage') ?? matched.get('status');
    doubts.push({ code: 'status_unknown', file: table.file, column: stage?.name ?? 'status', choices: ['open', 'won', 'lost'] });
  }
  const near = rivals.filter((rival) => rival.confidence > candidate.confidence - 0.08);
  if (candidate.confidence < sure || (!candidate.named && near.length > 0)) {
    doubts.push({ code: 'entity_unsure', file: table.file, column: null, choices: [candidate, ...near].map((one) => one.entity) });
  }
  const order = Object.keys(model?.fields ?? {});
  return {
    file: table.file,
    sheet: table.sheet ?? null,
    entity,
    confidence: candidate.confidence,
    columns: [...columns.values()].toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field)),
    unmapped: table.columns.flatMap(({ name }) => (used.has(name) ? [] : [name])),
    dates: fileDates,
    doubts: [...new Map(doubts.map((doubt) => [JSON.stringify(doubt), doubt])).values()],
  };
}

/** Calls, meetings and tasks are numbered apart: their ids must not meet in one entity. */
function separateIds(files: readonly SuggestedFile[]): readonly SuggestedFile[] {
  const activities = files.filter(({ entity }) => entity === 'activity');
  const idColumns = new Set(activities.map(({ columns }) => JSON.stringify(columns.find(({ field }) => field === 'id')?.rule)));
  if (idColumns.size < 2) return files;
  return files.map((file) => {
    if (file.entity !== 'activity') return file;
    return {
      ...file,
      columns: file.columns.map((one) => {
        if (one.field !== 'id' || typeof one.rule !== 'string') return one;
        const sql = `${literal(`${subjectOf(file.file.replace(/\..*$/, ''))}-`)} || ${column(one.rule)}`;
        return { ...one, rule: { sql } };
      }),
    };
  });
}

/** Two tables of different columns that both claim to be the same entity: the less sure one is a doubt. */
function rivalsForOneEntity(files: readonly SuggestedFile[], tables: readonly Table[]): readonly SuggestedFile[] {
  const shape = (file: SuggestedFile): string => {
    const table = tables.find((one) => one.file === file.file && (one.sheet ?? null) === file.sheet);
    return (table?.columns ?? []).map(({ name }) => name).join('\u0000');
  };
  return files.map((file) => {
    if (/^(activity|cost|field_change|survey_response|ticket|user_event)$/.test(file.entity)) return file;
    const better = files.find(
      (other) => other !== file && other.entity === file.entity && other.confidence > file.confidence && shape(other) !== shape(file),
    );
    if (!better) return file;
    return { ...file, doubts: [...file.doubts, { code: 'entity_twice', file: file.file, column: null, choices: [better.file] } as const] };
  });
}

/** The entities to which a table refers by something that is no number: their names, as like as not. */
const referencesByName = ({ entity, matches }: Candidate): readonly string[] =>
  matches.flatMap(({ field, column }) => {
    const target = entities.get(entity)?.fields[field]?.entity;
    return target && column.samples.length > 0 && column.samples.every((sample) => /\p{L}{2}/u.test(sample)) ? [target] : [];
  });

/**
 * Guesses what each file of an import holds and what its columns mean, from names in English and Spanish and from the values.
 * Nothing is decided silently: what is not sure is a doubt.
 */
export function recognise(tables: readonly Table[]): Suggestion {
  const ranked = tables.map((table) => ({ table, candidates: candidatesOf(table.stem, table.columns, table.entity ?? null) }));
  const keyedByName = new Set(ranked.flatMap(({ candidates }) => (candidates[0] ? referencesByName(candidates[0]) : [])));
  const found: SuggestedFile[] = [];
  const ignored: string[] = [];
  for (const { table, candidates } of ranked) {
    const [best, ...rivals] = candidates;
    if (!best || best.confidence < worthAsking) ignored.push(table.file);
    else found.push(suggest(table, best, rivals, keyedByName));
  }
  const files = rivalsForOneEntity(separateIds(found), tables);
  return { files, ignored, doubts: files.flatMap(({ doubts }) => doubts) };
}

/** @returns the suggestion as the mapping file that would do the same */
export function toMapping(suggestion: Suggestion, source: string | null): MappingDocument {
  return {
    ...(source === null ? {} : { source }),
    files: suggestion.files.map((file): EntryDocument => {
      const format = { ...(file.sheet === null ? {} : { sheet: file.sheet }), ...(file.dates === null ? {} : { dates: file.dates }) };
      return {
        file: file.file,
        entity: file.entity,
        ...(Object.keys(format).length > 0 ? { format } : {}),
        columns: Object.fromEntries(file.columns.map(({ field, rule }) => [field, rule])),
      };
    }),
  };
}
