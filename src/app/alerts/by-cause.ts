import { causesOf, type Grouped } from '../../insights/alerts/group.ts';
import { type Due, dueOf, type Writing } from './write.ts';

interface Placed extends Grouped {
  readonly due: Due | null;
}

function placed(writing: Writing, due: Due | null): Placed | null {
  const { kept, watched, evaluated, known, before } = writing;
  const since = due?.tells === 'over' ? before?.fired_start : (due?.row ?? before)?.fired_start;
  const isOn = evaluated.course.held === 'firing' || evaluated.course.held === 'recovering';
  if (since == null || (!isOn && due?.tells == null)) return null;
  const step = [...known, ...evaluated.steps].findLast(({ period }) => period.start === since);
  return {
    key: evaluated.key,
    kpi: watched.kpi.id,
    scope: watched.scope,
    since,
    p: step?.p ?? null,
    daysOld: kept.rule.condition.kind === 'stale' ? (step?.value ?? null) : null,
    due,
  };
}

/**
 * What is to be written of judgements, by what is told together: what begins, or ends, of one cause. What was told of the same cause before is not told again, but still says what belongs to it.
 * @returns of each group the most telling first; what tells nothing by itself
 */
export function byCause(
  writings: readonly Writing[],
  at: string,
  isConnected: (one: string, other: string) => boolean,
): readonly (readonly Due[])[] {
  const dues = writings.map((writing) => dueOf(writing, at));
  const causes = causesOf(
    writings.flatMap((writing, index) => placed(writing, dues[index] ?? null) ?? []),
    isConnected,
  );
  const telling = causes.flatMap(({ lead, others }) => {
    const dueNow = [lead, ...others].flatMap(({ due }) => (due?.tells ? [due] : []));
    return [...Map.groupBy(dueNow, ({ tells }) => tells).values()];
  });
  const silent = dues.flatMap((due) => (due !== null && due.tells === null ? [[due]] : []));
  return [...silent, ...telling];
}
