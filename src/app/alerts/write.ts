import { randomUUID } from 'node:crypto';
import type { AlertEvent, Evaluated, JudgedStep } from '../../insights/alerts/evaluate.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { AlertTable } from '../../store/tables/alert.ts';
import type { Notice } from '../notices/notice.ts';
import { tell } from '../notices/tell.ts';
import { firingNotice, overNotice, type Telling } from './notice.ts';
import type { KeptRule } from './rules.ts';
import { courseOf, rowOf } from './steps.ts';
import type { Watched } from './watches.ts';

/** What one judgement of a rule in one scope has to be written with. */
export interface Writing {
  readonly kept: KeptRule;
  readonly watched: Watched;
  readonly evaluated: Evaluated;
  /** What was judged before, oldest first. */
  readonly known: readonly JudgedStep[];
  /** As it was read before it was judged; null: it is the first time. */
  readonly before: AlertTable | null;
  readonly isMuted: boolean;
}

/** Another has judged it meanwhile: what was found is of no use any more. */
class JudgedElsewhere extends Error {
  readonly alert: string;

  constructor(alert: string) {
    super('the alert was judged by another server at the same time');
    this.alert = alert;
  }
}

/** The same event of the same period, however often it is found. A figure that was restated is told by what it became. */
const keyOf = (alert: string, { kind, period, is, isRestated }: AlertEvent): string =>
  [alert, kind, period.start, isRestated ? `restated ${is ?? ''}` : ''].join(' ');

function rowAfter({ kept, watched, evaluated, before }: Writing, at: string): AlertTable {
  const { course, steps } = evaluated;
  const fired = steps.findLast(({ events }) => events.includes('fired')) ?? null;
  // What another figure took back has not fired.
  const isTaken = evaluated.events.some(({ kind, period }) => kind === 'retracted' && period.start === before?.fired_start);
  const past = isTaken ? { fired_start: null, fired_end: null, fired_at: null } : before;
  const isNew = fired !== null && fired.period.start !== before?.fired_start;
  return {
    id: before?.id ?? randomUUID(),
    rule_id: kept.id,
    kpi: watched.kpi.id,
    scope: watched.scope ?? '',
    state: course.state,
    course: JSON.stringify(course),
    since: course.since,
    fired_start: fired?.period.start ?? past?.fired_start ?? null,
    fired_end: fired?.period.end ?? past?.fired_end ?? null,
    fired_at: isNew ? at : (past?.fired_at ?? null),
    told: before?.told ?? null,
    told_at: before?.told_at ?? null,
    // Another time is another matter: who had taken on the last has not taken on this one.
    acknowledged_at: isNew ? null : (before?.acknowledged_at ?? null),
    acknowledged_by: isNew ? null : (before?.acknowledged_by ?? null),
    assignee_id: before?.assignee_id ?? null,
    routed: before?.routed ?? '[]',
    escalated_at: isNew ? null : (before?.escalated_at ?? null),
    revision: (before?.revision ?? 0) + 1,
    updated_at: at,
  };
}

async function writeRow(db: StoreDatabase, row: AlertTable, before: AlertTable | null): Promise<void> {
  if (before === null) {
    await db.insertInto('alert').values(row).execute();
    return;
  }
  const { numUpdatedRows } = await db
    .updateTable('alert')
    .set(row)
    .where('id', '=', row.id)
    .where('revision', '=', before.revision)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) throw new JudgedElsewhere(row.id);
}

/** A judgement as it is to be written. */
export interface Due {
  readonly writing: Writing;
  readonly row: AlertTable;
  /** What is to be told of it; null: nothing, or a mute keeps it back. */
  readonly tells: 'firing' | 'over' | null;
}

/** What is to be written of a judgement, and what to be told; null: there is nothing new. An alert is told once for each time that it fires, whatever is restated after. */
export function dueOf(writing: Writing, at: string): Due | null {
  const { evaluated, before, isMuted } = writing;
  const row = rowAfter(writing, at);
  const isOn = evaluated.course.held === 'firing' || evaluated.course.held === 'recovering';
  const isDue = evaluated.course.held === 'firing' && row.fired_start !== null && row.told !== row.fired_start && !isMuted;
  const held = before === null ? 'normal' : courseOf(before.course).held;
  const wasOn = held === 'firing' || held === 'recovering';
  const isOver = wasOn && !isOn && before !== null && before.told !== null && before.told === before.fired_start;
  if (evaluated.steps.length === 0 && evaluated.events.length === 0 && !isDue && before !== null) return null;
  if (isDue) return { writing, row: { ...row, told: row.fired_start, told_at: at }, tells: 'firing' };
  return { writing, row, tells: isOver && !isMuted ? 'over' : null };
}

async function writeOne(transaction: StoreDatabase, { writing, row }: Due, at: string): Promise<void> {
  const { evaluated, before } = writing;
  await writeRow(transaction, row, before);
  for (const step of evaluated.steps)
    await transaction
      .insertInto('alert_step')
      .values(rowOf(row.id, step, at))
      .onConflict((conflict) => conflict.columns(['alert_id', 'period_start']).doUpdateSet(rowOf(row.id, step, at)))
      .execute();
  const events = evaluated.events.map((event) => ({
    id: randomUUID(),
    alert_id: row.id,
    key: keyOf(row.id, event),
    kind: event.kind,
    period_start: event.period.start,
    period_end: event.period.end,
    at,
    member_id: null,
    facts: JSON.stringify({ was: event.was, is: event.is, restated: event.isRestated }),
  }));
  for (const event of events)
    await transaction
      .insertInto('alert_event')
      .values(event)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
}

const noticeOf = ({ writing, row, tells }: Due, telling: Telling): Notice | null =>
  tells === 'firing'
    ? firingNotice(writing, row, telling)
    : tells === 'over' && writing.before
      ? overNotice(writing, writing.before, row, telling)
      : null;

/**
 * Writes what judgements of one cause found – periods, events, where the alerts stand – and tells of them together, all in one transaction: whoever is killed before its end has written
 * nothing and told nobody, and the next to judge finds the same; whoever is killed after it has done all. What another server has judged meanwhile is left to it.
 * @param together the most telling first
 * @returns how many of them were told, in one notice to each reader
 */
export async function writeTogether(db: StoreDatabase, together: readonly Due[], telling: Telling, now: Temporal.Instant): Promise<number> {
  const at = storedInstant(now);
  const cause = randomUUID();
  let left = together;
  for (;;) {
    try {
      return await db.transaction().execute(async (transaction) => {
        let told = 0;
        for (const [place, due] of left.entries()) {
          await writeOne(transaction, due, at);
          const notice = noticeOf(due, telling);
          if (notice && (await tell(transaction, { ...notice, together: left.length > 1 ? { cause, place } : null }, now))) told += 1;
        }
        return told;
      });
    } catch (error) {
      if (!(error instanceof JudgedElsewhere)) throw error;
      left = left.filter(({ row }) => row.id !== error.alert);
    }
  }
}
