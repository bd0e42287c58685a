import type { RiskSignal } from '../../estimators/risk_score.ts';
import type { lifeStages, RfmClass } from '../../model/segment.ts';
import type { Play } from './play.ts';

/** What something is to be done about: any of these may be known. */
export interface PlaysFor {
  readonly kpi: string | null;
  /** Rules that said something of the KPI. */
  readonly readings: readonly string[];
  readonly rfm: readonly RfmClass[];
  readonly stages: readonly (typeof lifeStages)[number][];
  /** Signs that a customer may leave. */
  readonly signals: readonly RiskSignal[];
}

/** Why a play is suggested, the strongest first. */
export type PlayReason = 'measured' | 'reading' | 'signal' | 'served' | 'class' | 'stage';

export interface Suggested {
  readonly play: Play;
  readonly reasons: readonly PlayReason[];
}

const weights: Readonly<Record<PlayReason, number>> = { reading: 5, signal: 4, measured: 4, class: 3, served: 2, stage: 1 };

const share = <T>(one: readonly T[], other: readonly T[]): boolean => one.some((item) => other.includes(item));

/**
 * The plays that suit, the one with most reasons first. Nothing known: all, in the order of the book. Signs of a customer weigh for each one that a play answers to: of a
 * customer who called to close the account and complained, escalation comes before a gift.
 */
export function suggestPlays(book: Iterable<Play>, { kpi, readings, rfm, stages, signals }: PlaysFor): readonly Suggested[] {
  const isOpen = kpi === null && [readings, rfm, stages, signals].every((one) => one.length === 0);
  return [...book]
    .map((play): Suggested & { readonly weight: number } => {
      const reasons: readonly PlayReason[] = [
        ...(share(play.readings, readings) ? (['reading'] as const) : []),
        ...(share(play.signals, signals) ? (['signal'] as const) : []),
        ...(kpi !== null && play.kpis[0] === kpi ? (['measured'] as const) : []),
        ...(share(play.rfm, rfm) ? (['class'] as const) : []),
        ...(kpi !== null && play.kpis.slice(1).includes(kpi) ? (['served'] as const) : []),
        ...(share(play.stages, stages) ? (['stage'] as const) : []),
      ];
      const answered = play.signals.filter((signal) => signals.includes(signal)).length;
      return { play, reasons, weight: reasons.reduce((sum, reason) => sum + weights[reason], 0) + answered };
    })
    .filter(
      ({ reasons }) =>
        isOpen || reasons.some((reason) => reason !== 'stage') || (kpi === null && signals.length === 0 && reasons.length > 0),
    )
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ play, reasons }) => ({ play, reasons }));
}
