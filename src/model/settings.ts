import { z } from 'zod';
import { glossarySchema } from './glossary.ts';
import { segmentSchema } from './segment.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const timeZone = z.string().refine(
  (value) => {
    try {
      Intl.DateTimeFormat('en', { timeZone: value });
      return true;
    } catch {
      return false;
    }
  },
  { error: 'a time zone such as Europe/Madrid' },
);

/** Parameters of one KPI: what `cuadro.yaml` gives under `kpis`. Each KPI says which it knows. */
const parameters = z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]));

/** `cuadro.yaml`: what a workspace means by a day, a week, a year, a customer. Part of every cell's version. */
export const settingsSchema = z.strictObject({
  name: z.string().min(1).default('Cuadro'),
  locale: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z0-9]{2,3})?$/)
    .default('es-ES'),
  timezone: timeZone.default('Europe/Madrid'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
  week_starts_on: z.enum(weekdays).default('monday'),
  fiscal_year_starts_in: z.int().min(1).max(12).default(1),
  business_hours: z
    .record(
      z.string().regex(/^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$/),
      z
        .string()
        .regex(/^([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/)
        .refine((hours) => hours.slice(0, 5) < hours.slice(6) && hours.slice(6) <= '24:00'),
    )
    .optional(),
  holidays: z.array(z.union([z.iso.date(), z.date().transform((value) => value.toISOString().slice(0, 10))])).default([]),
  customer: z.strictObject({ active_days: z.int().min(1).max(36_500).default(365) }).default({ active_days: 365 }),
  /** What contested words mean. */
  glossary: glossarySchema,
  kpis: z.record(z.string(), parameters).default({}),
  /** Saved filters, by the name that `segment=NAME` calls them. */
  segments: z.record(z.string().trim().min(1), segmentSchema).default({}),
  /** How many months back frequency and amount of `rfm` look. */
  rfm: z.strictObject({ months: z.int().min(1).max(60).default(24) }).default({ months: 24 }),
});

export type Settings = z.infer<typeof settingsSchema>;
