/** How many, and how much they are worth. */
export interface Amount {
  readonly count: number;
  readonly value: number;
}

/** What is known of those that entered one stage. */
export interface StageFacts {
  readonly stage: string;
  /** Its place along the funnel; null: not known, it comes last. */
  readonly position: number | null;
  readonly entered: Amount;
  /** Reached a later stage, or were won, at any time since. */
  readonly advanced: Amount;
  /** Were won at any time since. */
  readonly won: Amount;
  /** Of those that have not advanced: lost, back at an earlier stage, still there, or gone elsewhere (another pipeline). */
  readonly lost: Amount;
  readonly back: Amount;
  readonly waiting: Amount;
  readonly aside: Amount;
  /** Went back to an earlier stage from it, whether or not they advanced later. */
  readonly movedBack: number;
  readonly medianDays: number | null;
  /** The stage's mean time over that of all stages, and the share of those leaving that drop out. */
  readonly slowness: { readonly shareOfCycle: number; readonly dropOff: number; readonly index: number } | null;
}

/** Moves out of a stage straight to another, or to the end. */
export interface Move {
  readonly from: string;
  readonly to: string | null;
  readonly outcome: 'open' | 'won' | 'lost' | null;
  readonly moves: Amount;
}

export interface FunnelStage extends StageFacts {
  /** Moved from an earlier stage to a later one, or were won from an earlier one, without a visit to this one. */
  readonly skipped: Amount;
  /** Advanced over entered. */
  readonly conversion: { readonly count: number | null; readonly value: number | null };
  /** Won over entered. */
  readonly toWon: { readonly count: number | null; readonly value: number | null };
}

const nothing: Amount = { count: 0, value: 0 };
const add = (a: Amount, b: Amount): Amount => ({ count: a.count + b.count, value: a.value + b.value });
const share = (part: Amount, whole: Amount) => ({
  count: whole.count === 0 ? null : part.count / whole.count,
  value: whole.value === 0 ? null : part.value / whole.value,
});

/** What moves jump over: of a win from stage 1 of 3, stages 2 and 3; of a loss or a move back, none. */
function skippedOver(moves: readonly Move[], positions: ReadonlyMap<string, number>): ReadonlyMap<string, Amount> {
  const skipped = new Map<string, Amount>();
  for (const { from, to, outcome, moves: made } of moves) {
    const start = positions.get(from);
    const end = outcome === 'won' ? Number.POSITIVE_INFINITY : outcome === 'lost' || to === null ? undefined : positions.get(to);
    if (start === undefined || end === undefined) continue;
    for (const [stage, position] of positions) {
      if (position > start && position < end) skipped.set(stage, add(skipped.get(stage) ?? nothing, made));
    }
  }
  return skipped;
}

/** The stages in order, what was skipped of each, and their rates. */
export function funnelStages(facts: readonly StageFacts[], moves: readonly Move[]): readonly FunnelStage[] {
  const positions = new Map(facts.flatMap(({ stage, position }) => (position === null ? [] : [[stage, position] as const])));
  const skipped = skippedOver(moves, positions);
  const place = ({ position }: StageFacts): number => position ?? Number.POSITIVE_INFINITY;
  return facts
    .toSorted((left, right) => (place(left) === place(right) ? right.entered.count - left.entered.count : place(left) - place(right)))
    .map((one) => ({
      ...one,
      skipped: skipped.get(one.stage) ?? nothing,
      conversion: share(one.advanced, one.entered),
      toWon: share(one.won, one.entered),
    }));
}

/** The stage that holds the funnel up most: slow and leaky. Null where none loses anything. */
export function bottleneckOf<T extends Pick<StageFacts, 'slowness'>>(stages: readonly T[]): T | null {
  let worst: T | null = null;
  for (const one of stages) if ((one.slowness?.index ?? 0) > (worst?.slowness?.index ?? 0)) worst = one;
  return worst;
}
