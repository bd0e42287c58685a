import type { Entity } from '../../model/entity.ts';
import { CuadroError } from '../../model/error.ts';
import { batchColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import { stepsSql } from '../../sources/file/value/steps-sql.ts';
import type { Session } from '../../warehouse/duckdb/database.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';
import { customTypesOf } from '../apply/custom_columns.ts';
import { hasDuplicates, settleDuplicates } from '../apply/duplicates.ts';
import { snapshotDiff } from '../apply/snapshot_diff.ts';
import { prepareTarget, type Target } from '../apply/target.ts';
import { applyRows, type Moment, markVanished } from '../apply/versions.ts';
import { type Declared, writeWatermark } from '../apply/watermark.ts';
import { findWarnings, type Warning } from '../check/warnings.ts';
import { acceptedRows, type Conversion, faults, faultyIds, flaggedRows } from '../convert/conversion.ts';
import { planConversion, type Zones } from '../convert/plan.ts';
import type { Mode } from '../mapping/mapping.ts';
import type { RejectTable } from '../reject/table.ts';
import type { EntryRows } from '../stage/stage.ts';
import type { EntityResult } from './result.ts';

const { date, identifier, text } = duckdbDialect;

/** One batch, whenever it is applied: what came, from where, when it landed. */
export interface BatchFacts {
  readonly number: number;
  readonly source: string;
  readonly mode: Mode;
  readonly landedAt: Temporal.Instant;
  readonly declared: Declared | null;
  readonly zones: Zones;
}

export interface BatchOutcome {
  readonly entities: readonly EntityResult[];
  /** Names of the entities whose tables this batch changed. */
  readonly changed: ReadonlySet<string>;
  /** True when the watermark moved by the mapping's word, though no record changed. */
  readonly declaredMoved: boolean;
  readonly rejected: number;
}

interface EntityWork {
  readonly entity: Entity;
  readonly conversions: readonly Conversion[];
  readonly stageRejects: number;
}

const numberOf = async (run: Run, sql: string): Promise<number> => Number((await run(sql))[0]?.n ?? 0);

/** SQL of a moment in UTC, microseconds kept. */
const timestamp = (instant: Temporal.Instant): string => `TIMESTAMP ${text(instant.toString().replace('T', ' ').replace('Z', ''))}`;

/** A constant that does not read is the mapping's fault, not each row's. */
const checkConstants = async (run: Run, entry: EntryRows['entry'], conversion: Conversion): Promise<void> => {
  for (const field of conversion.fields) {
    if (entry.columns.get(field.field)?.kind !== 'value') continue;
    const [row] = await run(
      `select ${field.value.problem} as problem from ${stepsSql(`(select ${field.raw} as ${field.rawName})`, [field.value])}`,
    );
    const rule = entry.columns.get(field.field);
    if (row?.problem != null) {
      throw new CuadroError({
        code: 'mapping_constant_invalid',
        where: `${entry.where}.columns.${field.field}`,
        found: rule?.kind === 'value' ? rule.value : '',
        ...(field.definition.values ? { expected: field.definition.values.join(', ') } : { expected: field.definition.type }),
        params: { field: field.field },
      });
    }
  }
};

/** Groups what was staged by entity; changes of fields come first, for others ask whether there are any. */
const planWork = async (run: Run, rows: readonly EntryRows[], facts: BatchFacts): Promise<readonly EntityWork[]> => {
  const names = [...new Set(rows.map(({ entry }) => entry.entity))].toSorted(
    (a, b) => Number(b === 'field_change') - Number(a === 'field_change'),
  );
  const works: EntityWork[] = [];
  for (const name of names) {
    const entity = entities.get(name);
    if (!entity) continue;
    const own = rows.filter(({ entry }) => entry.entity === name);
    const types = await customTypesOf(run, entity);
    const conversions = own.map(({ entry, source }) => planConversion(entity, entry, source, facts.zones, types));
    for (const [index, conversion] of conversions.entries()) {
      const entry = own[index]?.entry;
      if (entry) await checkConstants(run, entry, conversion);
    }
    works.push({ entity, conversions, stageRejects: own.reduce((sum, { rejects }) => sum + rejects.length, 0) });
  }
  return works;
};

interface Loaded {
  readonly read: number;
  readonly rejected: number;
  readonly faulty: readonly string[];
}

/** What was scanned as it lies is not clean: start again from a staged copy. Never leaves landing. */
export class NotClean extends Error {
  constructor() {
    super('the scanned file is not clean');
  }
}

/** In one pass over the file; whatever is wrong with any row ends it. */
const loadScanned = async (
  run: Run,
  target: Target,
  conversion: Conversion,
  tables: { readonly errors: string; readonly scans: string },
): Promise<void> => {
  const drop = async (): Promise<void> => {
    for (const table of [tables.errors, tables.scans]) await run(`drop table if exists temp.${identifier(table)}`);
  };
  await drop();
  await run(`insert into ${target.table} by name ${flaggedRows(conversion, target.source, target.batch)}`);
  const bad = await run(`select 1 from ${target.rows} where ${identifier(batchColumn)} = -1 limit 1`);
  const unread = await run(`select 1 from temp.${identifier(tables.errors)} limit 1`);
  await drop();
  if (bad.length + unread.length > 0) throw new NotClean();
};

/** Rows in, faulty ones to the reject table. */
const loadRows = async (run: Run, target: Target, work: EntityWork, rejects: RejectTable): Promise<Loaded> => {
  let read = 0;
  let rejected = 0;
  const faulty: string[] = [];
  let before = 0;
  for (const conversion of work.conversions) {
    if (conversion.source.scan) {
      await loadScanned(run, target, conversion, conversion.source.scan);
      const after = await numberOf(run, `select count(*) as n from ${target.rows}`);
      read += after - before;
      before = after;
      continue;
    }
    const rows = await numberOf(run, `select count(*) as n from ${conversion.source.relation}`);
    await run(`insert into ${target.table} by name ${acceptedRows(conversion, target.source, target.batch)}`);
    const after = await numberOf(run, `select count(*) as n from ${target.rows}`);
    read += rows;
    const missed = rows - (after - before);
    before = after;
    if (missed > 0) {
      rejected += missed;
      faulty.push(faultyIds(conversion));
      await rejects.add(target.entity.name, conversion.source.file, faults(conversion));
    }
  }
  return { read, rejected, faulty };
};

/**
 * Applies one batch to the warehouse: the caller's transaction makes it all or nothing.
 * The custom columns of `staged` must be settled before (`settleCustomColumns`).
 * @param staged what `stageFiles` gave.
 * @throws CuadroError of the mapping against these files.
 */
export const applyBatch = async (
  session: Session,
  staged: readonly EntryRows[],
  facts: BatchFacts,
  rejects: RejectTable,
  onEntity: (entity: string) => void,
): Promise<BatchOutcome> => {
  const { run } = session;
  const today = facts.landedAt.toZonedDateTimeISO(facts.zones.workspaceTimezone).toPlainDate().toString();
  const at: Moment = facts.declared
    ? { instant: timestamp(Temporal.Instant.from(facts.declared.instant)), day: date(facts.declared.day) }
    : { instant: timestamp(facts.landedAt), day: date(today) };
  const landedAt = facts.landedAt.toString().replace('T', ' ').replace('Z', '');
  const works = await planWork(run, staged, facts);
  const changed = new Set<string>();
  const done: { readonly target: Target; readonly result: Omit<EntityResult, 'warnings'>; readonly dropped: number }[] = [];
  for (const work of works) {
    onEntity(work.entity.name);
    const target = await prepareTarget(run, work.entity, work.conversions, facts.source, facts.number);
    const loaded = await loadRows(run, target, work, rejects);
    const twice = await hasDuplicates(run, target);
    if (twice && work.conversions.some(({ source, rowId }) => source.scan && !rowId)) throw new NotClean();
    const duplicates = twice ? await settleDuplicates(run, target, work.conversions, rejects) : { dropped: 0, rejected: 0 };
    const applied = await applyRows(run, target);
    const vanished = facts.mode === 'full' ? await markVanished(run, target, at, loaded.faulty) : 0;
    if (applied.updated > 0 && (await snapshotDiff(run, target, at)) > 0) changed.add('field_change');
    if (applied.created + applied.updated + vanished > 0) changed.add(work.entity.name);
    done.push({
      target,
      dropped: duplicates.dropped,
      result: {
        entity: work.entity.name,
        read: loaded.read + work.stageRejects,
        ...applied,
        vanished,
        rejected: loaded.rejected + duplicates.rejected + work.stageRejects,
      },
    });
  }
  const results: EntityResult[] = [];
  for (const { target, result, dropped } of done) {
    const again: readonly Warning[] = dropped > 0 ? [{ code: 'duplicate_row', field: null, rows: dropped }] : [];
    results.push({ ...result, warnings: [...(await findWarnings(run, target, landedAt, today)), ...again] });
  }
  let declaredMoved = false;
  for (const { target } of done) {
    const origin = { source: facts.source, batch: facts.number, landedAt, timeZone: facts.zones.workspaceTimezone };
    const same = await declaredAlready(run, target, facts);
    await writeWatermark(run, target.entity, origin, facts.declared);
    declaredMoved ||= facts.declared !== null && !same && !target.direct;
  }
  return { entities: results, changed, declaredMoved, rejected: results.reduce((sum, { rejected }) => sum + rejected, 0) };
};

const declaredAlready = async (run: Run, target: Target, facts: BatchFacts): Promise<boolean> => {
  if (!facts.declared) return true;
  const rows = await run(`select 1 from cuadro.watermark where source = ${text(facts.source)} and entity = ${text(target.entity.name)}
    and declared and date_only = ${facts.declared.dateOnly} and day = ${date(facts.declared.day)}
    ${facts.declared.dateOnly ? '' : `and instant = ${timestamp(Temporal.Instant.from(facts.declared.instant))}`}`);
  return rows.length > 0;
};
