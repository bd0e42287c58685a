import { z } from 'zod';
import { resolveKpi } from '../../kpis/resolve.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import { watermarkOf } from '../../metrics/engine.ts';
import { isBeyond, limitedRows } from '../../metrics/plan/limit.ts';
import { querySchema } from '../../metrics/query.ts';
import { type Part, type RecordKeys, recordKeys } from '../../metrics/records.ts';
import type { Dialect } from '../../model/dialect.ts';
import { CuadroError } from '../../model/error.ts';
import { sourceColumn } from '../../model/layout.ts';
import { own } from '../../model/own.ts';
import { entities } from '../../model/registry.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { countSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { columnShown, recordShown, requireSight } from '../rights/seen.ts';

const { from, to, where, asOf, knownAt, attributes, variant } = querySchema.shape;

const partSchema = schemaOf<Part>()(z.enum(['numerator', 'denominator']));

const input = z.strictObject({
  kpi: z.string().min(1),
  from: from.unwrap(),
  to: to.unwrap(),
  where,
  asOf,
  knownAt,
  attributes,
  variant,
  part: partSchema.default('numerator'),
  limit: z.int().min(0).max(1_000_000).default(100),
  offset: z.int().min(0).max(100_000_000).default(0).describe('How many of them to pass over: with `limit`, a page of them.'),
  sort: z
    .strictObject({ field: z.string().min(1), descending: z.boolean().default(false) })
    .optional()
    .describe('By a field of the records that may be seen; what has no value comes last. Default: by source and id.'),
});

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const recordSchema = z
  .object({ entity: z.string(), id: z.string(), source: z.string() })
  .catchall(z.union([scalar, z.array(scalar)]))
  .meta({ id: 'Record', description: 'A record as people know it: the fields that hold something, by their names in the model.' });

const output = z.strictObject({
  query: z.strictObject(answeredShape(input.shape)),
  total: countSchema,
  parts: z.array(partSchema).describe('Which parts of the figure have records of their own, to ask for by `part`.'),
  records: z.array(recordSchema),
});

export type RecordsOutput = Frozen<z.output<typeof output>>;

/** The records behind a number: as many as its numerator or denominator says. Completeness is ignored. */
export const recordsOperation = defineOperation({
  id: 'records',
  words: {
    es: 'los registros que hay detrás de una cifra, tantos como ella dice',
    en: 'the records behind a number, as many as it says',
  },
  input,
  output,
  rest: { method: 'POST', path: '/records' },
  effect: 'read',
  on: 'warehouse',
  permission: 'records.read',
  audit: (_, { records, total }) => ({ rows: records.length, total }),
  run: async (context, query): Promise<RecordsOutput> => {
    if (query.from > query.to) throw new CuadroError({ code: 'range_reversed', where: '--from', found: `${query.from} … ${query.to}` });
    const kpi = (await catalogueOf(context.workspace)).find(query.kpi);
    const engine = await openEngine(context, query, [kpi]);
    const { catalog, dialect } = engine;
    const asked = resolveKpi(kpi, catalog, { ...query, by: [] });
    if (asked.missing.length > 0) throw new CuadroError({ code: 'kpi_unavailable', where: kpi.id, found: asked.missing.join(', ') });
    requireSight(asked, catalog);
    const keysOf = (part: Part) =>
      recordKeys(asked.metric, part, {
        range: { start: query.from, end: query.to },
        where: query.where,
        world: { dialect, catalog, attributes: query.attributes },
        kpi: kpi.id,
        lastCompleteDay: watermarkOf(asked.metric, catalog)?.lastCompleteDay ?? null,
      });
    const keys = keysOf(query.part);
    const count = await engine.run(`select count(*) as total from (\n${keys.sql}\n) as k`);
    const total = Number(count[0]?.total ?? 0);
    const below = catalog.sight?.smallest(asked) ?? null;
    if (below !== null && total > 0 && total < below) throw new CuadroError({ code: 'small_group', where: kpi.id, params: { below } });
    const isEntity = entities.has(keys.entity);
    // A record whose present owner is another is told by its id alone; what belongs to nobody is open to all who refer to it.
    const shownRelation =
      isEntity && !isBeyond(keys.entity, catalog)
        ? (limitedRows(keys.entity, { dialect, catalog, attributes: 'now' })?.sql ?? catalog.relation(keys.entity))
        : catalog.relation(keys.entity);
    const id = dialect.identifier('id');
    const fields = isEntity ? `e.*, k.source as k_source, k.id as k_id` : 'k.source as _source, k.id';
    const join = isEntity ? `left join ${shownRelation} as e on e.${dialect.identifier(sourceColumn)} = k.source and e.${id} = k.id` : '';
    const order = query.sort ? `${sortedBy(query.sort, keys.entity, isEntity, catalog, dialect)}, ` : '';
    const page = `order by ${order}k.source, k.id\nlimit ${query.limit}${query.offset > 0 ? ` offset ${query.offset}` : ''}`;
    const rows = await engine.run(`select ${fields} from (\n${keys.sql}\n) as k\n${join}\n${page}`);
    return {
      query,
      total,
      parts: partsWith(keysOf),
      records: rows.map((row) => tidy(keys.entity, recordShown(keys.entity, identified(row), catalog))),
    };
  },
});

/** The parts of a figure with records of their own: of a count, a sum or a mean one, of a rate both. */
function partsWith(keysOf: (part: Part) => RecordKeys): readonly Part[] {
  const sqlOf = (part: Part): string | null => {
    try {
      return keysOf(part).sql;
    } catch (error) {
      if (error instanceof CuadroError && error.code === 'no_records') return null;
      throw error;
    }
  };
  const base = sqlOf('denominator');
  return base === null || base === sqlOf('numerator') ? ['numerator'] : ['numerator', 'denominator'];
}

/**
 * The order by a field. Of one that is hidden or stands under a pseudonym the order would tell.
 * @throws CuadroError `not_sortable`
 */
function sortedBy(
  { field, descending }: NonNullable<z.output<typeof input>['sort']>,
  entity: string,
  isEntity: boolean,
  catalog: Catalog,
  dialect: Dialect,
): string {
  const way = descending ? 'desc' : 'asc';
  if (field === 'id') return `k.id ${way}`;
  const isKnown =
    isEntity &&
    (own(entities.get(entity)?.fields ?? {}, field) !== undefined || catalog.custom(entity).has(field.replace(/^custom\./, '')));
  if (!isKnown || columnShown(entity, field, catalog) !== 'whole')
    throw new CuadroError({ code: 'not_sortable', where: entity, found: field });
  return `e.${dialect.identifier(field)} ${way} nulls last`;
}

type Recorded = RecordsOutput['records'][number];
type Value = Recorded[string];

/** What JSON has a place for: times as their text. */
function jsonOf(value: unknown): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map((one) => plainOf(one)) : String(value);
}

const plainOf = (value: unknown): string | number | boolean | null =>
  value === null || typeof value === 'number' || typeof value === 'boolean' ? value : String(value);

/** With its key also where nothing else of it is shown. */
const identified = ({ k_id, k_source, ...row }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  k_id === undefined ? row : { ...row, id: k_id, _source: k_source };

/** A record as people know it: no bookkeeping columns, nothing empty; entity and id first. */
function tidy(entity: string, row: Readonly<Record<string, unknown>>): Recorded {
  const { id, _source, ...rest } = row;
  const known = Object.entries(rest).filter(([name, value]) => value !== null && !name.startsWith('_') && !name.endsWith('_day'));
  const fields = known.filter(([name]) => name !== 'source').map(([name, value]) => [name, jsonOf(value)] as const);
  return {
    ...Object.fromEntries([['entity', entity], ['id', String(id)], ['source', String(_source)], ...fields]),
    entity: String(rest.entity ?? entity),
    id: String(id),
    source: String(rest.source ?? _source),
  };
}
