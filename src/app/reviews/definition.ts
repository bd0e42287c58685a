import { z } from 'zod';
import { shownTerm } from '../../kpis/glossary.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { parametersOf } from '../../kpis/resolve.ts';
import type { Settings } from '../../model/settings.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { DefinitionTable } from '../../store/tables/review.ts';
import type { Catalogue } from '../catalogue.ts';
import { newId } from '../people/token.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** What a figure means: its formula's version, its parameters, what the contested words that it uses mean. */
export const definitionSchema = z.strictObject({
  version: z.int(),
  parameters: z.record(z.string(), value),
  meanings: z.record(z.string(), z.string()),
});

export type Definition = z.output<typeof definitionSchema>;

const byName = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));

export function definitionOf(kpi: Kpi, settings: Settings): Definition {
  return definitionSchema.parse({
    version: kpi.version.number,
    parameters: byName(parametersOf(kpi, settings)),
    meanings: byName(
      Object.fromEntries(
        kpi.terms.map((term) => [term, term === 'active' ? String(settings.customer.active_days) : settings.glossary[term]]),
      ),
    ),
  });
}

export const readDefinition = (row: Pick<DefinitionTable, 'definition'>): Definition => definitionSchema.parse(JSON.parse(row.definition));

/** What of a definition is other than before. */
export interface DefinitionChange {
  readonly what: 'version' | 'parameter' | 'meaning';
  /** Of the parameter or the word. */
  readonly name: string | null;
  readonly before: string;
  readonly after: string;
}

const text = (one: z.output<typeof value> | undefined): string =>
  one === undefined ? '–' : Array.isArray(one) ? one.join(', ') : String(one);

export function changesBetween(before: Definition, after: Definition): readonly DefinitionChange[] {
  const differing = <Value extends z.output<typeof value>>(
    what: 'parameter' | 'meaning',
    one: Readonly<Record<string, Value>>,
    other: Readonly<Record<string, Value>>,
  ): DefinitionChange[] =>
    [...new Set([...Object.keys(one), ...Object.keys(other)])]
      .filter((name) => text(one[name]) !== text(other[name]))
      .map((name) => ({ what, name, before: text(one[name]), after: text(other[name]) }));
  return [
    ...(before.version === after.version
      ? []
      : [{ what: 'version' as const, name: null, before: String(before.version), after: String(after.version) }]),
    ...differing('parameter', before.parameters, after.parameters),
    ...differing('meaning', before.meanings, after.meanings),
  ];
}

/**
 * Writes down the definition of each KPI where it is another than the last one seen, so that no history changes in silence: however the settings were changed.
 * @returns of which KPIs it is another
 */
export async function noteDefinitions(
  db: StoreDatabase,
  { kpis }: Catalogue,
  settings: Settings,
  { now, today }: { readonly now: Temporal.Instant; readonly today: string },
): Promise<readonly string[]> {
  const latest = new Map<string, string>();
  const rows = await db.selectFrom('definition').select(['kpi', 'definition']).orderBy('seen_at').orderBy('id').execute();
  for (const { kpi, definition } of rows) latest.set(kpi, definition);
  const seen = [...kpis.values()].flatMap((kpi): DefinitionTable[] => {
    const definition = JSON.stringify(definitionOf(kpi, settings));
    if (latest.get(kpi.id) === definition) return [];
    return [{ id: newId(), kpi: kpi.id, from_day: today, definition, seen_at: storedInstant(now) }];
  });
  // Less than a thousand values a statement, which is what SQLite of any build takes.
  for (let from = 0; from < seen.length; from += 100)
    await db
      .insertInto('definition')
      .values(seen.slice(from, from + 100))
      .execute();
  return seen.flatMap(({ kpi }) => (latest.has(kpi) ? [kpi] : []));
}

/** How a word's meaning is called, for people. */
export const termName = (kpi: Kpi, name: string, settings: Settings, language: 'es' | 'en'): string => {
  const term = kpi.terms.find((one) => one === name);
  return term === undefined ? name : shownTerm(term, settings, language).name;
};
