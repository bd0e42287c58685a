import type { z } from 'zod';
import type { settingsSchema } from '../model/settings.ts';
import { Calendar } from './calendar.ts';

/** The company that the sample is about; made up. */
export const sampleName = 'Frescaluz Clima, S.L.';

/** The `cuadro.yaml` of the sample: office hours and Spain's holidays for the three years to `until` (YYYY-MM-DD). */
export function sampleSettings(until: string): z.input<typeof settingsSchema> {
  const calendar = new Calendar(Temporal.PlainDate.from(until));
  return {
    name: sampleName,
    locale: 'es-ES',
    timezone: 'Europe/Madrid',
    currency: 'EUR',
    week_starts_on: 'monday',
    fiscal_year_starts_in: 1,
    business_hours: { 'mon-fri': '09:00-18:00' },
    holidays: calendar.holidays.filter((day) => day <= until),
    customer: { active_days: 365 },
    segments: {
      campeones: { of: 'account', rfm: 'champions' },
      enfriándose: { of: 'account', rfm: ['at_risk', 'cannot_lose'] },
      clientes: { of: 'account', stage: 'customer' },
    },
  };
}
