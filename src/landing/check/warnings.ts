import type { Entity } from '../../model/entity.ts';
import { dateOnlyColumn, dayColumn, sourceColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';
import { mainTable, type Target } from '../apply/target.ts';
import { cycleMembers } from './cycles.ts';
import { commonTimeOrders, expectedReferences, neverNegative, outOfRange, parents, timeOrders } from './rules.ts';

const { identifier, text } = duckdbDialect;

export type WarningCode =
  | 'missing_reference'
  | 'time_order'
  | 'future_time'
  | 'negative_value'
  | 'out_of_range'
  | 'cycle'
  | 'duplicate_row';

export interface Warning {
  readonly code: WarningCode;
  /** Null where the whole row is meant. */
  readonly field: string | null;
  readonly rows: number;
}

interface Test {
  readonly code: WarningCode;
  readonly field: string;
  readonly sql: string;
}

const dayOf = (entity: Entity, field: string): string =>
  entity.fields[field]?.type === 'date' ? identifier(field) : identifier(dayColumn(field));

/** By the day where either is a date; by the clock only where the row has no date without one. */
const isBefore = (entity: Entity, later: string, earlier: string): string => {
  const days = `${dayOf(entity, later)} < ${dayOf(entity, earlier)}`;
  const clocks = [later, earlier].every((field) => entity.fields[field]?.type === 'instant');
  return clocks ? `(${days} or (${identifier(later)} < ${identifier(earlier)} and ${identifier(dateOnlyColumn)} is null))` : days;
};

const orderTests = (entity: Entity): readonly Test[] =>
  [...(timeOrders[entity.name] ?? []), ...commonTimeOrders].map(([earlier, later]) => ({
    code: 'time_order',
    field: later,
    sql: isBefore(entity, later, earlier),
  }));

const futureTests = (entity: Entity, landedAt: string, today: string): readonly Test[] =>
  Object.entries(entity.fields).flatMap(([field, { type, planned }]): Test[] => {
    if (planned || (type !== 'instant' && type !== 'date')) return [];
    const sql = type === 'date' ? `${identifier(field)} > DATE ${text(today)}` : `${identifier(field)} > TIMESTAMP ${text(landedAt)}`;
    return [{ code: 'future_time', field, sql }];
  });

const needs = (entity: Entity, code: WarningCode, field: string): readonly string[] =>
  code === 'time_order'
    ? [...(timeOrders[entity.name] ?? []), ...commonTimeOrders].filter(([, later]) => later === field).map(([earlier]) => earlier)
    : [];

/** Everything that one pass over the import's rows can count. */
const countFaults = async (run: Run, target: Target, landedAt: string, today: string): Promise<readonly Warning[]> => {
  const { entity } = target;
  const given = new Set(target.columns);
  const tests: Test[] = [
    ...orderTests(entity).filter((test) => needs(entity, test.code, test.field).some((field) => given.has(field))),
    ...futureTests(entity, landedAt, today),
    ...(neverNegative[entity.name] ?? []).map((field): Test => ({ code: 'negative_value', field, sql: `${identifier(field)} < 0` })),
    ...(outOfRange[entity.name] ?? [])
      .filter((rule) => rule.needs.every((field) => given.has(field)))
      .map((rule): Test => ({ code: 'out_of_range', field: rule.field, sql: rule.sql })),
    ...(expectedReferences[entity.name] ?? []).map(
      (field): Test => ({ code: 'missing_reference', field, sql: `${identifier(field)} is null` }),
    ),
  ].filter((test) => given.has(test.field));
  if (tests.length === 0) return [];
  const [row] = await run(
    `select ${tests.map((test, index) => `count(*) filter (where ${test.sql}) as t${index}`).join(', ')} from ${target.rows}`,
  );
  return tests.map(({ code, field }, index) => ({ code, field, rows: Number(row?.[`t${index}`] ?? 0) }));
};

/**
 * Rows whose reference leads to no record of the source. Where the source gave no record at all of that kind there is nothing
 * to compare with, and nothing is said.
 */
const countDangling = async (run: Run, target: Target): Promise<readonly Warning[]> => {
  const warnings: Warning[] = [];
  for (const field of target.columns) {
    const definition = target.entity.fields[field];
    const other = definition?.type === 'reference' ? entities.get(definition.entity ?? '') : undefined;
    if (!other) continue;
    const records = `${mainTable(other)} r where r.${identifier(sourceColumn)} = ${text(target.source)}`;
    if ((await run(`select 1 from ${records} limit 1`)).length === 0) continue;
    const name = identifier(field);
    const [row] =
      await run(`select sum(n) as rows from (select ${name} as key, count(*) as n from ${target.rows} where ${name} is not null group by 1) k
      where not exists (select 1 from ${records} and r.id = k.key)`);
    warnings.push({ code: 'missing_reference', field, rows: Number(row?.rows ?? 0) });
  }
  return warnings;
};

/** Reading more pairs than this into memory is not worth the warning. */
const maxParents = 2_000_000;

const countCycles = async (run: Run, target: Target): Promise<readonly Warning[]> => {
  const field = parents[target.entity.name];
  if (field === undefined || !target.columns.includes(field)) return [];
  const rows = await run(`select id, ${identifier(field)} as up from ${mainTable(target.entity)}
    where ${identifier(sourceColumn)} = ${text(target.source)} and ${identifier(field)} is not null limit ${maxParents}`);
  const count = cycleMembers(new Map(rows.map((row) => [String(row.id), String(row.up)]))).size;
  return [{ code: 'cycle', field, rows: count }];
};

/** Faults that leave the rows in, counted after the whole import. One entry a code and field, none with 0 rows. */
export const findWarnings = async (run: Run, target: Target, landedAt: string, today: string): Promise<readonly Warning[]> => {
  const found = [
    ...(await countFaults(run, target, landedAt, today)),
    ...(await countDangling(run, target)),
    ...(await countCycles(run, target)),
  ];
  const sums = new Map<string, Warning>();
  for (const warning of found) {
    const key = `${warning.code} ${warning.field}`;
    sums.set(key, { ...warning, rows: warning.rows + (sums.get(key)?.rows ?? 0) });
  }
  return [...sums.values()].filter(({ rows }) => rows > 0);
};
