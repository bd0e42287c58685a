import { entities } from '../../model/registry.ts';
import type { Dictionary, EntityWords } from './dictionaries/dictionary.ts';
import { english } from './dictionaries/english.ts';
import { englishMarketing } from './dictionaries/english-marketing.ts';
import { englishOrders } from './dictionaries/english-orders.ts';
import { englishSales } from './dictionaries/english-sales.ts';
import { englishService } from './dictionaries/english-service.ts';
import { englishTeam } from './dictionaries/english-team.ts';
import { hubspot } from './dictionaries/hubspot.ts';
import { hubspotSpanish } from './dictionaries/hubspot-spanish.ts';
import { pipedrive } from './dictionaries/pipedrive.ts';
import { salesforce } from './dictionaries/salesforce.ts';
import { spanish } from './dictionaries/spanish.ts';
import { spanishMarketing } from './dictionaries/spanish-marketing.ts';
import { spanishOrders } from './dictionaries/spanish-orders.ts';
import { spanishSales } from './dictionaries/spanish-sales.ts';
import { spanishService } from './dictionaries/spanish-service.ts';
import { spanishTeam } from './dictionaries/spanish-team.ts';
import { stripe } from './dictionaries/stripe.ts';
import { zendesk } from './dictionaries/zendesk.ts';
import { zoho } from './dictionaries/zoho.ts';
import { normalise, tableName } from './names.ts';

export const dictionaries: readonly Dictionary[] = [
  english,
  englishSales,
  englishMarketing,
  englishOrders,
  englishService,
  englishTeam,
  spanish,
  spanishSales,
  spanishMarketing,
  spanishOrders,
  spanishService,
  spanishTeam,
  hubspot,
  hubspotSpanish,
  salesforce,
  zoho,
  pipedrive,
  zendesk,
  stripe,
];

const words = (list: string | undefined): readonly string[] => (list ?? '').split(',').flatMap((word) => word.trim() || []);

const wordsOf = (entity: string): readonly EntityWords[] => dictionaries.flatMap((dictionary) => dictionary.entities[entity] ?? []);

/** The names by which a table of the entity goes, normalised and singular; the canonical one first. */
export const tablesOf: ReadonlyMap<string, readonly string[]> = new Map(
  [...entities.keys()].map((entity) => [
    entity,
    [...new Set([tableName(entity), ...wordsOf(entity).flatMap((one) => words(one.tables).map(tableName))])],
  ]),
);

export const ignoredTables: ReadonlySet<string> = new Set(dictionaries.flatMap(({ ignored }) => words(ignored).map(tableName)));

export interface Synonym {
  readonly field: string;
  /** 1 for the canonical name and the dictionaries' first choice, less for each later one. */
  readonly certainty: number;
}

/** A reference is called by the table it points to: its id, or, with less certainty, its name used as a key. */
const referenceNames = (target: string): readonly string[] => {
  const tables = tablesOf.get(target) ?? [];
  return [
    ...tables.flatMap((table) => [`${table} id`, `${table}id`, `id ${table}`, `associated ${table} ids`, `associated ${table} id`]),
    ...tables.flatMap((table) => [`id de ${table}`, `codigo ${table}`, `codigo de ${table}`, `${table} code`]),
    ...tables.flatMap((table) => [`id de la ${table} asociada`, `id del ${table} asociado`]),
  ];
};
const referenceByName = (target: string): readonly string[] =>
  (tablesOf.get(target) ?? []).flatMap((table) => [
    ...[table, `${table} name`, `associated ${table}`],
    ...[`nombre ${table}`, `nombre de ${table}`, `${table} asociado`, `${table} asociada`],
  ]);

function synonymsOf(entity: string): ReadonlyMap<string, Synonym> {
  const found = new Map<string, Synonym>();
  const add = (name: string, field: string, certainty: number): void => {
    const before = found.get(name);
    if (!before || before.certainty < certainty) found.set(name, { field, certainty });
  };
  const fields = entities.get(entity)?.fields ?? {};
  for (const name of Object.keys(fields)) if (name !== '_source') add(normalise(name), name, 1);
  for (const one of [...dictionaries.map((dictionary) => dictionary.entities['*']), ...wordsOf(entity)]) {
    for (const [field, list] of Object.entries(one?.columns ?? {})) {
      if (!(field in fields)) continue;
      for (const [index, name] of words(list).entries()) add(normalise(name), field, Math.max(0.9, 0.99 - index * 0.005));
    }
  }
  for (const table of tablesOf.get(entity) ?? []) {
    const joined = table.replaceAll(' ', '');
    for (const name of [`${table} id`, `${joined}id`, `${joined} id`, `id ${table}`, `id de ${table}`]) add(name, 'id', 1);
    for (const name of [`codigo ${table}`, `codigo de ${table}`, `${table} code`, `${table} key`]) add(name, 'id', 0.97);
    // `message_id` of campaign messages, `rating_id` of satisfaction ratings.
    const last = table.split(' ').at(-1);
    if (last !== undefined && last !== table) for (const name of [`${last} id`, `${last}id`]) add(name, 'id', 0.93);
  }
  for (const [field, { type, entity: target }] of Object.entries(fields)) {
    if (type !== 'reference' || !target || target === entity) continue;
    // `manager_id`, `parent_id`: not every reference to a table is the one that its name means.
    if (field !== `${target}_id` && !(target === 'user' && field === 'owner_id')) continue;
    for (const name of referenceNames(target)) add(name, field, 0.95);
    for (const name of referenceByName(target)) add(name, field, 0.62);
  }
  return found;
}

/** By entity: normalised column name → the field it means. */
export const synonyms: ReadonlyMap<string, ReadonlyMap<string, Synonym>> = new Map(
  [...entities.keys()].map((entity) => [entity, synonymsOf(entity)]),
);

/** In how many entities a column of that name has a meaning: `probability` in one, `name` in many. */
export const commonness: ReadonlyMap<string, number> = new Map([
  ...[...synonyms.values()]
    .flatMap((names) => [...names.keys()])
    .reduce((counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1), new Map<string, number>()),
]);

/** @returns each vendor's and language's list of values for an enum, normalised → [as the source writes it, canonical] */
export const valueLists = (entity: string, field: string): readonly ReadonlyMap<string, readonly [string, string]>[] =>
  wordsOf(entity).flatMap((one) => {
    const list = one.values?.[field];
    return list
      ? [new Map(Object.entries(list).map(([source, canonical]): [string, [string, string]] => [normalise(source), [source, canonical]]))]
      : [];
  });

/** @returns the fields that a table's own name decides */
export const constantsOf = (entity: string, table: string): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...wordsOf(entity).flatMap((one) =>
      Object.entries(one.constants ?? {}).flatMap(([name, constants]) => (words(name).map(tableName).includes(table) ? [constants] : [])),
    ),
  );
