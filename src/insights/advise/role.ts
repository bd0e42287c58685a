import type { Bilingual } from '../../kpis/kpi.ts';
import type { Member } from './choice.ts';

/** The board of somebody's work: what they answer for, in the order in which they would read it. */
export interface Role {
  readonly id: string;
  readonly name: Bilingual;
  /** Ways in which people name the role, in both languages. */
  readonly phrases: readonly string[];
  readonly kpis: readonly Member[];
}
