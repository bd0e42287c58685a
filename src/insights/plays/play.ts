import type { RiskSignal } from '../../estimators/risk_score.ts';
import type { lifeStages, RfmClass } from '../../model/segment.ts';
import type { ActionKind } from './kind.ts';

interface PlayWords {
  readonly name: string;
  /** What it is and why it should help. */
  readonly idea: string;
  readonly steps: readonly string[];
  /** What to look at to know whether it did. */
  readonly measure: string;
}

/** Something that can be done, told so that somebody can begin tomorrow. */
export interface Play {
  readonly id: string;
  readonly kind: ActionKind;
  /** KPIs that it serves; the first is the one to measure it by. */
  readonly kpis: readonly [string, ...string[]];
  /** Rules of reading (`insights/reading`) that lead to it. */
  readonly readings: readonly string[];
  /** Customers whom it suits: classes of a segment, stages of life, signs of risk. */
  readonly rfm: readonly RfmClass[];
  readonly stages: readonly (typeof lifeStages)[number][];
  readonly signals: readonly RiskSignal[];
  /** Where the source texts say so. */
  readonly source: string;
  readonly es: PlayWords;
  readonly en: PlayWords;
}
