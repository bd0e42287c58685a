import { z } from 'zod';
import type { JudgedStep } from '../../insights/alerts/evaluate.ts';
import type { Sign } from '../../insights/alerts/judged.ts';
import { type AlertCourse, alertStates, type CourseEvent } from '../../insights/alerts/state.ts';
import type { AlertStepTable } from '../../store/tables/alert.ts';

const signs = ['breach', 'near', 'clear', 'unclear', 'no_data', 'stale', 'error'] as const satisfies readonly Sign[];
const courseEvents = [
  'pending',
  'withdrawn',
  'fired',
  'recovering',
  'relapsed',
  'recovered',
  'blind',
  'sighted',
] as const satisfies readonly CourseEvent[];

const courseSchema = z.strictObject({
  state: z.enum(alertStates),
  held: z.enum(['normal', 'pending', 'firing', 'recovering']),
  hits: z.number(),
  clears: z.number(),
  since: z.string().nullable(),
});

export const courseOf = (text: string): AlertCourse => courseSchema.parse(JSON.parse(text));

export const stepOf = (row: AlertStepTable): JudgedStep => ({
  period: { start: row.period_start, end: row.period_end },
  sign: z.enum(signs).parse(row.sign),
  p: row.p,
  value: row.value,
  n: row.n,
  expected: row.expected,
  usual: row.low === null || row.high === null ? null : [row.low, row.high],
  saw: z.array(z.string()).parse(JSON.parse(row.saw)),
  course: courseOf(row.course),
  events: z.array(z.enum(courseEvents)).parse(JSON.parse(row.events)),
});

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);

export const rowOf = (alert: string, step: JudgedStep, at: string): AlertStepTable => ({
  alert_id: alert,
  period_start: step.period.start,
  period_end: step.period.end,
  sign: step.sign,
  p: finite(step.p),
  value: finite(step.value),
  n: step.n,
  expected: finite(step.expected),
  low: finite(step.usual?.[0] ?? null),
  high: finite(step.usual?.[1] ?? null),
  saw: JSON.stringify(step.saw),
  course: JSON.stringify(step.course),
  events: JSON.stringify(step.events),
  judged_at: at,
});
