import { setImmediate } from 'node:timers/promises';
import { type Evaluated, evaluating, type JudgedStep } from '../../insights/alerts/evaluate.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { AlertTable } from '../../store/tables/alert.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import type { OperationContext } from '../operation.ts';
import { readPeople } from '../subject/visible.ts';
import { readTargets } from '../targets/rows.ts';
import { todayIn } from '../today.ts';
import { sampleUntil } from '../workspace/sample.ts';
import { byCause } from './by-cause.ts';
import { connectedIn } from './connected.ts';
import { escalate } from './escalate.ts';
import { muteAt } from './mutes.ts';
import { scopeOf } from './of-alert.ts';
import { type KeptRule, readRules } from './rules.ts';
import { stepOf } from './steps.ts';
import { type Watched, watchesOf, watchKey } from './watches.ts';
import { type Writing, writeTogether } from './write.ts';

/** Periods judged already that are looked at again for new figures. */
const again = 3;
/** A rule that is new judges the last year too, and tells of what goes on still. */
const back = 13;
/** Of each alert so many periods are read: those judged again, and what was before them. */
const read = 20;

export interface EvaluatedAll {
  readonly rules: number;
  readonly watched: number;
  readonly fired: number;
  readonly told: number;
  readonly escalated: number;
}

async function stepsOf(db: StoreDatabase, alerts: readonly AlertTable[]): Promise<ReadonlyMap<string, readonly JudgedStep[]>> {
  if (alerts.length === 0) return new Map();
  const ids = alerts.map(({ id }) => id);
  const found = new Map<string, JudgedStep[]>();
  for (let from = 0; from < ids.length; from += 200) {
    const rows = await db
      .selectFrom('alert_step')
      .selectAll()
      .where('alert_id', 'in', ids.slice(from, from + 200))
      .orderBy('period_start', 'desc')
      .execute();
    for (const row of rows) {
      const own = found.get(row.alert_id) ?? [];
      if (own.length < read) own.push(stepOf(row));
      found.set(row.alert_id, own);
    }
  }
  return new Map([...found].map(([id, steps]) => [id, steps.toReversed()]));
}

/** Today; of the sample company no later than the day after its data end: that nothing more comes in is no news of a company that is made up. */
async function lastDay(context: OperationContext): Promise<string> {
  const [today, until] = [todayIn(context), await sampleUntil(context.workspace.folder)];
  if (until === null) return today;
  const after = Temporal.PlainDate.from(until).add({ days: 1 }).toString();
  return after < today ? after : today;
}

/** Works through it without keeping others waiting: what they ask is answered in between. */
async function unhurried(judging: Generator<null, readonly Evaluated[]>, signal: AbortSignal | null): Promise<readonly Evaluated[]> {
  for (;;) {
    const { done, value } = judging.next();
    if (done) return value;
    signal?.throwIfAborted();
    await setImmediate();
  }
}

/**
 * Judges all rules that hold by the data as they are, writes what came of it and tells whom it concerns. Done twice it does nothing the second time; killed in between, the next does what is
 * left. One alert that another server has judged at the same moment is left to it. Of what has one cause, each reader gets one notice.
 * @param to as from the end of this day; undefined: the last that the data of each KPI cover
 */
export async function evaluateAll(context: OperationContext, to: string | undefined): Promise<EvaluatedAll> {
  const { db } = await context.store();
  const catalogue = await catalogueOf(context.workspace);
  const opened = await openEngine(context, {});
  const people = opened.catalog.sight ? await readPeople(opened) : [];
  const kept = (await readRules(db)).filter(({ isActive }) => isActive);
  const byId = new Map(kept.map((one) => [one.id, one]));
  const { watched } = await watchesOf(
    kept.map(({ rule }) => rule),
    {
      catalogue,
      opened,
      people,
      targets: await readTargets(opened),
      to,
      today: to ?? (await lastDay(context)),
      signal: context.signal,
    },
  );
  const alerts = await db.selectFrom('alert').selectAll().execute();
  const rowOf = new Map(alerts.map((row) => [watchKey(row.rule_id, scopeOf(row)), row]));
  const steps = await stepsOf(db, alerts);
  const known = new Map(watched.map(({ key }) => [key, steps.get(rowOf.get(key)?.id ?? '') ?? []]));
  const evaluated = await unhurried(evaluating(watched, known, { again, back }), context.signal);
  const at = storedInstant(context.now());
  const mutes = await db.selectFrom('alert_mute').selectAll().where('ended_at', 'is', null).where('until', '>', at).execute();
  const telling = { catalogue, settings: context.workspace.settings };
  const writings = evaluated.flatMap((one, index): Writing[] => {
    const watch: Watched | undefined = watched[index];
    const rule: KeptRule | undefined = watch && byId.get(watch.rule.id);
    if (!watch || !rule) return [];
    const before = rowOf.get(one.key) ?? null;
    const isMuted = muteAt(mutes, { id: before?.id ?? null, rule_id: rule.id }, at) !== undefined;
    return [{ kept: rule, watched: watch, evaluated: one, known: known.get(one.key) ?? [], before, isMuted }];
  });
  let told = 0;
  for (const together of byCause(writings, at, connectedIn(catalogue))) {
    context.signal?.throwIfAborted();
    told += await writeTogether(db, together, telling, context.now());
  }
  const fired = writings.filter(({ evaluated: { course } }) => course.held === 'firing').length;
  const escalated = await escalate(db, kept, telling, context.now());
  return { rules: kept.length, watched: watched.length, fired, told, escalated };
}
