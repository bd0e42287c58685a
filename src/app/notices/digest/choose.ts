/** What a card's place in a digest is made of. */
export interface Candidate {
  readonly id: string;
  readonly area: string;
  /** Impact × certainty of its change (`src/insights/board/order.ts`). */
  readonly impact: number;
  /** `rise`, `fall`: more than chance explains. */
  readonly move: string;
  /** Of a target whose period is over or whose end is as good as certain. */
  readonly missed: boolean;
  /** An alert about it fires. */
  readonly alarmed: boolean;
}

const most = 6;
const perArea = 2;

/** Whether there is anything to tell of a KPI. */
export const isWorthTelling = ({ alarmed, missed, move }: Candidate): boolean => alarmed || missed || move === 'rise' || move === 'fall';

/**
 * What of all KPIs a digest tells: only what moved more than chance explains, missed its target or has an alert. First what somebody has to act on – an alert, then a missed target –,
 * within each by impact; and of one area no more than two, so that one bad week in one place does not fill the letter. What is alarmed stands whatever its area.
 * @param told marks of what the reader knows already
 */
export function chooseForDigest<One extends Candidate>(
  all: readonly One[],
  markOf: (one: One) => string,
  told: ReadonlySet<string>,
): readonly One[] {
  const urgency = ({ alarmed, missed }: Candidate): number => (alarmed ? 2 : missed ? 1 : 0);
  const news = all.filter((one) => isWorthTelling(one) && !told.has(markOf(one)));
  const ordered = news.toSorted((one, other) => urgency(other) - urgency(one) || other.impact - one.impact || (one.id < other.id ? -1 : 1));
  const taken = new Map<string, number>();
  return ordered
    .filter(({ area, alarmed }) => {
      const already = taken.get(area) ?? 0;
      taken.set(area, already + 1);
      return alarmed || already < perArea;
    })
    .slice(0, most);
}
