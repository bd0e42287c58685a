import { commonFields } from '../../model/entity.ts';
import { entities } from '../../model/registry.ts';
import type { ColumnFormat } from '../../sources/file/contract-types.ts';
import { type Match, matchColumns, type NamedColumn, nameColumns } from './columns.ts';
import { ignoredTables, tablesOf } from './dictionary.ts';
import { fullSubjectOf, subjectOf } from './names.ts';

/** An entity that a table may be. */
export interface Candidate {
  readonly entity: string;
  /** 0 to 1, from the table's name, its columns and their values. */
  readonly confidence: number;
  readonly matches: readonly Match[];
  /** The table's name is one of the entity's. */
  readonly named: boolean;
}

/** Without one of these a row of the entity says nothing. */
const essential: Readonly<Record<string, readonly string[]>> = {
  activity: ['occurred_at', 'created_at'],
  campaign_message: ['sent_at'],
  touch: ['occurred_at', 'created_at'],
  web_session: ['started_at'],
  web_event: ['occurred_at'],
  opportunity_line: ['opportunity_id'],
  order_line: ['order_id'],
  order: ['ordered_at', 'created_at'],
  delivery: ['delivered_at', 'promised_at'],
  invoice: ['amount'],
  payment: ['amount'],
  contract: ['started_at', 'amount'],
  survey_response: ['score'],
  cost: ['amount'],
  field_change: ['new_value'],
  exchange_rate: ['rate'],
  target: ['value'],
  forecast: ['amount'],
  user_event: ['occurred_at', 'created_at'],
  training: ['topic'],
  stage: ['name'],
  demand_signal: ['product_name'],
  access_grant: ['permission'],
  market_estimate: ['value'],
};

function candidate(entity: string, subject: string, columns: readonly NamedColumn[]): Candidate {
  const matches = matchColumns(entity, columns);
  const tables = tablesOf.get(entity) ?? [];
  const named = tables.includes(subject);
  // `acme_marketing_qualified_leads`: a name of ours behind a word that tells nothing.
  const ends = !named && tables.some((table) => subject.endsWith(` ${table}`));
  const evidence = matches.reduce(
    (sum, { field, certainty, telling }) => sum + (field === 'id' || field in commonFields ? 0.3 : 1) * certainty * telling,
    0,
  );
  const idNames = new Set(tables.flatMap((table) => [`${table} id`, `${table.replaceAll(' ', '')}id`, `id ${table}`]));
  const ownId = columns.some(({ name }) => idNames.has(name));
  const idFirst = idNames.has(columns[0]?.name ?? '');
  const believed =
    1 - (1 - (named ? 0.62 : ends ? 0.5 : 0)) * (1 - 0.8 * (evidence / (evidence + 1))) * (1 - (idFirst ? 0.3 : ownId ? 0.1 : 0));
  const fields = new Set(matches.map(({ field }) => field));
  const needs = essential[entity];
  const lacking = needs !== undefined && !needs.some((field) => fields.has(field));
  return { entity, matches, named: named || ends, confidence: believed * (lacking ? 0.5 : 1) };
}

/**
 * @param chosen what a person says that it is; null: nobody has
 * @returns the entities that a table may be, the likeliest first; none for a table known to be something else
 */
export function candidatesOf(stem: string, columns: readonly ColumnFormat[], chosen: string | null = null): readonly Candidate[] {
  const named = nameColumns(columns);
  if (chosen !== null && entities.has(chosen)) return [{ ...candidate(chosen, subjectOf(stem), named), named: true, confidence: 1 }];
  if (entities.has(stem.toLowerCase())) return [{ ...candidate(stem.toLowerCase(), '', named), named: true, confidence: 1 }];
  const subject = subjectOf(stem);
  if (ignoredTables.has(subject) || ignoredTables.has(fullSubjectOf(stem))) return [];
  const isEntity = [...tablesOf.values()].some((tables) => tables.includes(subject));
  return [...entities.keys()]
    .map((entity) => candidate(entity, subject, named))
    .filter((one) => one.named || !isEntity)
    .toSorted((a, b) => b.confidence - a.confidence);
}
