import { z } from 'zod';
import { kpis } from '../../kpis/catalogue.ts';
import { entities } from '../../model/registry.ts';
import { checks } from '../../quality/checks.ts';
import { duplicateRules } from '../../quality/duplicates.ts';
import type { Session } from '../../warehouse/duckdb/database.ts';
import { defineOperation, type OperationContext } from '../operation.ts';
import { kpisOperation } from './kpis.ts';

export interface CheckOutput {
  /** Of every check that had rows to look at. */
  readonly checks: readonly {
    readonly check: string;
    readonly entity: string;
    readonly field: string;
    readonly rows: number;
    readonly passed: number;
    readonly failed: number;
  }[];
  readonly duplicates: readonly { readonly entity: string; readonly by: string; readonly groups: number; readonly records: number }[];
  readonly freshness: readonly {
    readonly source: string;
    readonly entity: string;
    readonly rows: number;
    readonly watermark: string | null;
  }[];
  readonly kpis: readonly {
    readonly kpi: string;
    readonly computable: boolean;
    readonly missing: readonly string[];
    readonly passed: number;
    readonly failed: number;
  }[];
  readonly passed: number;
  readonly failed: number;
}

type Checked = CheckOutput['checks'][number];

async function runChecks(session: Session, progress: OperationContext['progress']): Promise<readonly Checked[]> {
  const found: Checked[] = [];
  for (const [index, { check, entity, field, sql }] of checks.entries()) {
    progress({ step: 'check', done: index, total: checks.length, unit: null });
    const [row] = await session.run(sql);
    const rows = Number(row?.rows ?? 0);
    const failed = Number(row?.failed ?? 0);
    if (rows > 0) found.push({ check, entity, field, rows, passed: rows - failed, failed });
  }
  return found;
}

async function freshness(session: Session): Promise<CheckOutput['freshness']> {
  const counts = [...entities.keys()]
    .map((name) => `select _source as source, '${name}' as entity, count(*) as rows from main."${name}" group by 1`)
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
  input: z.strictObject({}),
  effect: 'read',
  run: async (context): Promise<CheckOutput> => {
    const { session } = context.database;
    const checked = await runChecks(session, context.progress);
    const duplicates: { entity: string; by: string; groups: number; records: number }[] = [];
    for (const { entity, by, sql } of duplicateRules) {
      const [row] = await session.run(sql);
      if (Number(row?.groups ?? 0) > 0) duplicates.push({ entity, by, groups: Number(row?.groups), records: Number(row?.records) });
    }
    return {
      checks: checked,
      duplicates,
      freshness: await freshness(session),
      kpis: await kpiHealth(context, checked),
      passed: checked.filter(({ failed }) => failed === 0).length,
      failed: checked.filter(({ failed }) => failed > 0).length,
    };
  },
});
