import type { Bilingual } from '../../kpis/kpi.ts';
import type { Member } from './choice.ts';

export type Answer = 'yes' | 'no';

/** What an answer leads to. */
export interface Outcome {
  readonly goals: readonly string[];
  readonly kpis: readonly Member[];
}

/** A question that a company can answer about itself without looking anything up. */
export interface Question {
  readonly id: string;
  readonly text: Bilingual;
  /** The answer that asks for KPIs; the other one asks for none. */
  readonly leads: Answer;
  readonly outcome: Outcome;
}

/** Questions about one side of the business (source text S3), in the order of the text. */
export interface Theme {
  readonly id: string;
  readonly name: Bilingual;
  readonly questions: readonly Question[];
}

export const question = (id: string, text: Bilingual, leads: Answer, goals: readonly string[], kpis: readonly Member[]): Question => ({
  id,
  text,
  leads,
  outcome: { goals, kpis },
});
