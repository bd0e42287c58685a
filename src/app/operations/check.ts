import { z } from 'zod';
import type { Engine } from '../../metrics/engine.ts';
import { isBeyond, limitedRows } from '../../metrics/plan/limit.ts';
import { entities } from '../../model/registry.ts';
import { type Check, checkSql, checks } from '../../quality/checks.ts';
import type { Session } from '../../warehouse/duckdb/database.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen, type OperationContext } from '../operation.ts';
import { countSchema, instantSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { openTotals } from '../rights/totals.ts';
import { kpisOperation } from './kpis.ts';

const output = z.strictObject({
  checks: z
    .array(
      z.strictObject({
        check: schemaOf<Check['check']>()(
          z.enum([
            'missing_field',
            'missing_start',
            'malformed_email',
            'negative_amount',
            'missing_reference',
            'order_of_times',
            'overdue',
            'entered_late',
          ]),
        ),
        entity: z.string(),
        field: z.string(),
        rows: countSchema,
        passed: countSchema,
        failed: countSchema,
      }),
    )
    .describe('Of every check that had rows to look at.'),
  duplicates: z
    .array(z.strictObject({ entity: z.string(), by: z.string(), groups: countSchema, records: countSchema }))
    .describe('Likely duplicates, by entity and what the records share (one or more reasons, in alphabetical order).'),
  freshness: z.array(z.strictObject({ source: z.string(), entity: z.string(), rows: countSchema, watermark: instantSchema.nullable() })),
  kpis: z.array(
    z.strictObject({
      kpi: z.string(),
      computable: z.boolean(),
      missing: z.array(z.string()),
      passed: countSchema,
      failed: countSchema,
    }),
  ),
  passed: countSchema,
  failed: countSchema,
});

export type CheckOutput = Frozen<z.output<typeof output>>;

type Checked = CheckOutput['checks'][number];

const days = (from: string, to: string): string => `date_diff('day', ${from}, ${to})`;

/** A table, or of it the rows that may be seen; null: none. */
type From = (dataset: string) => string | null;

const rowsSeen =
  ({ catalog, dialect }: Engine): From =>
  (name) =>
    isBeyond(name, catalog) ? null : (limitedRows(name, { dialect, catalog, attributes: 'now' })?.sql ?? `main."${name}"`);

/** One row: `rows` that the check looks at and `failed` of them. */
const countSql = (check: Check, from: From): string => {
  const { looksAt, fails } = checkSql(check, { referred: 't.id', today: 'w.day', daysBetween: days });
  const referred =
    check.check === 'missing_reference' ? `left join main."${check.target}" t on t._source = e._source and t.id = e."${check.field}"` : '';
  return `select count(*) as rows, count(*) filter (where ${fails}) as failed from ${from(check.entity)} e ${referred}
left join cuadro.watermark w on w.source = e._source and w.entity = '${check.entity}'
where e.deleted_at is null and not coalesce(e.is_test, false) and e.merged_into_id is null and ${looksAt}`;
};

async function runChecks(session: Session, progress: OperationContext['progress'], from: From): Promise<readonly Checked[]> {
  const found: Checked[] = [];
  for (const [index, one] of checks.entries()) {
    const { check, entity, field } = one;
    if (from(entity) === null) continue;
    progress({ step: 'check', done: index, total: checks.length, unit: null });
    const [row] = await session.run(countSql(one, from));
    const rows = Number(row?.rows ?? 0);
    const failed = Number(row?.failed ?? 0);
    // What a source never fills is not asked of it.
    if (rows > 0 && (check !== 'missing_field' || failed < rows)) found.push({ check, entity, field, rows, passed: rows - failed, failed });
  }
  return found;
}

async function duplicates(session: Session, from: From): Promise<CheckOutput['duplicates']> {
  const groups = from('duplicate_group');
  if (groups === null) return [];
  const rows = await session.run(
    `select entity, reasons, count(*) as groups, sum(size) as records from (
  select g._source, g.entity, g.group_id, max(g.size) as size, array_to_string(list_sort(list_distinct(flatten(list(string_split(g.reasons, ' '))))), ' ') as reasons
  from ${groups} as g group by 1, 2, 3
) group by 1, 2 order by entity, records desc, reasons`,
  );
  return rows.map(({ entity, reasons, groups, records }) => ({
    entity: String(entity),
    by: String(reasons),
    groups: Number(groups),
    records: Number(records),
  }));
}

async function freshness(session: Session, from: From): Promise<CheckOutput['freshness']> {
  const counts = [...entities.keys()]
    .filter((name) => from(name) !== null)
    .map((name) => `select _source as source, '${name}' as entity, count(*) as rows from ${from(name)} as e group by 1`)
    .join(' union all ');
  const rows = await session.run(
    `select c.source, c.entity, c.rows, strftime(w.instant, '%Y-%m-%dT%H:%M:%SZ') as watermark
     from (${counts}) c left join cuadro.watermark w on w.source = c.source and w.entity = c.entity order by 1, 2`,
  );
  return rows.map(({ source, entity, rows: count, watermark }) => ({
    source: String(source),
    entity: String(entity),
    rows: Number(count),
    watermark: watermark === null || watermark === undefined ? null : String(watermark),
  }));
}

/** A KPI stands on the checks of the fields it needs. */
async function kpiHealth(context: OperationContext, checked: readonly Checked[]): Promise<CheckOutput['kpis']> {
  const { kpis } = await catalogueOf(context.workspace);
  const { kpis: summaries } = await kpisOperation.run(context, { language: 'en' });
  return summaries.map(({ id, computable, missing }) => {
    const needs = new Set((kpis.get(id)?.needs ?? []).flat());
    const own = checked.filter(({ entity, field }) => needs.has(`${entity}.${field}`));
    return {
      kpi: id,
      computable,
      missing,
      passed: own.filter(({ failed }) => failed === 0).length,
      failed: own.filter(({ failed }) => failed > 0).length,
    };
  });
}

/** The data's health: checks by entity and by KPI, likely duplicates, up to when each source is complete. */
export const checkOperation = defineOperation({
  id: 'check',
  words: {
    es: 'la salud de los datos: comprobaciones, posibles duplicados y hasta cuándo está completa cada fuente',
    en: "the data's health: checks, likely duplicates, up to when each source is complete",
  },
  input: z.strictObject({}),
  output,
  rest: { method: 'GET', path: '/data/health' },
  effect: 'read',
  on: 'warehouse',
  lane: 'long',
  permission: 'data.read',
  run: async (context): Promise<CheckOutput> => {
    const { session } = context.database;
    const from = rowsSeen(openTotals(await openEngine(context, {}), { metrics: [], by: [], where: [] }));
    const checked = await runChecks(session, context.progress, from);
    return {
      checks: checked,
      duplicates: await duplicates(session, from),
      freshness: await freshness(session, from),
      kpis: await kpiHealth(context, checked),
      passed: checked.filter(({ failed }) => failed === 0).length,
      failed: checked.filter(({ failed }) => failed > 0).length,
    };
  },
});
