import type { Amount, FunnelStage } from '../../insights/funnel.ts';
import type { Engine } from '../../metrics/engine.ts';
import type { Funnel } from './deals.ts';

/** A count and what it is worth; null: hidden from whoever asks. */
export interface ShownAmount {
  readonly count: number;
  readonly value: number | null;
}

type ShownStage = {
  readonly [Key in keyof Funnel['stages'][number]]: Funnel['stages'][number][Key] extends Amount
    ? ShownAmount
    : Funnel['stages'][number][Key];
};

export type ShownFunnel = Omit<Funnel, 'stages'> & { readonly stages: readonly ShownStage[] };

export const hidesAmounts = ({ catalog }: Engine): boolean => catalog.sight?.amounts === 'hidden';

const hidden = ({ count }: Amount): ShownAmount => ({ count, value: null });

const stageWithout = (
  stage: FunnelStage,
): Pick<ShownStage, 'entered' | 'advanced' | 'won' | 'lost' | 'back' | 'waiting' | 'aside' | 'skipped'> => ({
  entered: hidden(stage.entered),
  advanced: hidden(stage.advanced),
  won: hidden(stage.won),
  lost: hidden(stage.lost),
  back: hidden(stage.back),
  waiting: hidden(stage.waiting),
  aside: hidden(stage.aside),
  skipped: hidden(stage.skipped),
});

/** By count only; shares by value tell no amount... but where all are known their weights would, so they go too. */
export const withoutAmounts = (funnel: Funnel): ShownFunnel => ({
  ...funnel,
  stages: funnel.stages.map((stage) => ({
    ...stage,
    ...stageWithout(stage),
    conversion: { ...stage.conversion, value: null },
    toWon: { ...stage.toWon, value: null },
  })),
});
