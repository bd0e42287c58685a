import type { Bilingual } from '../../kpis/kpi.ts';

/** How closely a KPI belongs to a goal: 3 it is the goal in a number, 2 it moves the goal, 1 it gives context. */
export type Fit = 1 | 2 | 3;

/** A KPI that somebody should look at, and why. */
export interface Member {
  readonly kpi: string;
  readonly why: Bilingual;
}

/** A KPI for a goal. */
export interface Choice extends Member {
  readonly fit: Fit;
}

export const member = (kpi: string, es: string, en: string): Member => ({ kpi, why: { es, en } });

export const choice = (kpi: string, fit: Fit, es: string, en: string): Choice => ({ kpi, fit, why: { es, en } });
