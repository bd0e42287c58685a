import type { Bilingual } from '../../kpis/kpi.ts';
import type { Choice, Member } from './choice.ts';

/** What a company wants to achieve, and the KPIs that tell whether it does. */
export interface Goal {
  readonly id: string;
  readonly name: Bilingual;
  /** Ways in which people say it, in both languages; articles and endings do not matter (`understand.ts`). */
  readonly phrases: readonly string[];
  readonly kpis: readonly Choice[];
  /** KPIs that people take for it and that mislead, and why. */
  readonly avoid: readonly Member[];
}
