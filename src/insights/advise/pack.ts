import type { Bilingual } from '../../kpis/kpi.ts';
import type { Member } from './choice.ts';

/** The KPIs that an industry lives by, most telling first. */
export interface Pack {
  readonly id: string;
  readonly name: Bilingual;
  /** Ways in which people name the industry, in both languages. */
  readonly phrases: readonly string[];
  readonly kpis: readonly Member[];
}
