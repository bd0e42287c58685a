/** What is known of one deal at two closes. Only what may be seen: a deal that is another's at a close is as if it were not there. */
export interface DealPassage {
  /** Whether it was open and within the filters at the close of the first day, of the second. */
  readonly before: boolean;
  readonly after: boolean;
  /** Its amount then; null: none given, or not in question. */
  readonly amountBefore: number | null;
  readonly amountAfter: number | null;
  /** What it was at each close, whatever the filters; null: not there. */
  readonly stateBefore: DealState | null;
  readonly stateAfter: DealState | null;
  /** How it left the pipeline between the two, if it did so within the filters, and its amount then. */
  readonly closed: { readonly as: 'won' | 'lost'; readonly amount: number | null } | null;
  /** Whether it was created after the first day. */
  readonly isNew: boolean;
}

export type DealState = 'open' | 'won' | 'lost';

/** How a pipeline became another, in the order in which it is told. */
export const bridgeSteps = ['created', 'reopened', 'moved_in', 'grown', 'shrunk', 'won', 'lost', 'moved_out'] as const;
export type BridgeStep = (typeof bridgeSteps)[number];

/** Deals and their value; of what leaves both are negative, of deals that only grew or shrank `change` is 0. */
export interface BridgePart {
  readonly step: BridgeStep;
  /** How many deals took it. */
  readonly deals: number;
  /** By how many it changed the number of open deals. */
  readonly change: number;
  readonly value: number;
}

export interface PipelineBridge {
  readonly before: { readonly deals: number; readonly value: number };
  readonly after: { readonly deals: number; readonly value: number };
  /** Every step, those that nothing took too. `before` and they add up to `after`, by number and by value. */
  readonly steps: readonly BridgePart[];
  /** Deals open at either close without an amount: they count as nothing. */
  readonly withoutAmount: number;
}

/** By which step a deal came in; null: it was there. */
function entryOf({ before, stateBefore, isNew }: DealPassage): 'created' | 'reopened' | 'moved_in' | null {
  if (before) return null;
  if (stateBefore === 'won' || stateBefore === 'lost') return 'reopened';
  return stateBefore === null && isNew ? 'created' : 'moved_in';
}

/** By which step a deal went out; null: it is there. */
function exitOf({ after, stateAfter, closed }: DealPassage): 'won' | 'lost' | 'moved_out' | null {
  if (after) return null;
  return closed !== null && stateAfter !== 'open' ? closed.as : 'moved_out';
}

/**
 * The bridge from one pipeline to another. A deal enters with the amount that it leaves or ends with, so that what is filled in on the first days
 * is no growth; one that was there grows or shrinks to what it leaves or ends with, so that `won` is what was won. One that came and went in
 * between counts in both steps. A deal that only moved out leaves with what it had.
 */
export function pipelineBridge(passages: readonly DealPassage[]): PipelineBridge {
  const parts = new Map(bridgeSteps.map((step) => [step, { deals: 0, change: 0, value: 0 }]));
  const add = (step: BridgeStep, change: number, value: number): void => {
    const part = parts.get(step) ?? { deals: 0, change: 0, value: 0 };
    parts.set(step, { deals: part.deals + 1, change: part.change + change, value: part.value + value });
  };
  const before = { deals: 0, value: 0 };
  const after = { deals: 0, value: 0 };
  let withoutAmount = 0;
  for (const passage of passages) {
    const entry = entryOf(passage);
    const exit = exitOf(passage);
    // Neither there nor closed in between: nothing of the filters' pipeline.
    if (entry !== null && exit === 'moved_out') continue;
    const start = passage.before ? (passage.amountBefore ?? 0) : 0;
    const end = exit === null ? passage.amountAfter : exit === 'moved_out' ? passage.amountBefore : (passage.closed?.amount ?? null);
    const last = end ?? 0;
    if (passage.before) {
      before.deals += 1;
      before.value += start;
    }
    if (entry !== null) add(entry, 1, last);
    else if (last !== start) add(last > start ? 'grown' : 'shrunk', 0, last - start);
    if (exit !== null) add(exit, -1, -last);
    else {
      after.deals += 1;
      after.value += last;
    }
    if ((passage.before && passage.amountBefore === null) || (passage.after && passage.amountAfter === null)) withoutAmount += 1;
  }
  return { before, after, steps: [...parts].map(([step, part]) => ({ step, ...part })), withoutAmount };
}
