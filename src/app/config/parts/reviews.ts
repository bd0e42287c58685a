import { z } from 'zod';
import { field } from '../field.ts';

/** When KPIs are looked at again. */
export const reviewsPart = z.strictObject({
  every_months: field(
    z.int().min(1).max(60).default(3),
    'Cada cuántos meses se revisa un indicador, si no se le pone otra fecha.',
    'How many months lie between two reviews of a KPI, unless it is given another date.',
  ),
  unused_days: field(
    z.int().min(7).max(3_650).default(180),
    'Tras cuántos días sin que nadie lo mire se propone retirar un indicador.',
    'After how many days that nobody looks at it a KPI is proposed for retirement.',
  ),
});
