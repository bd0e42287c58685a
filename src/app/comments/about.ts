import { z } from 'zod';
import type { AboutColumns } from '../../store/tables/comment.ts';
import { type About, aboutSchema } from '../subject/about.ts';

const day = z.iso.date();

/** What a comment or a decision is about: a figure, a customer, the company; of a cell its period; on an alert, which. */
export const saidOfSchema = z.strictObject({
  ...aboutSchema.shape,
  from: day.nullable().default(null).describe('Of a cell: the first day of its period.'),
  to: day.nullable().default(null),
  alert: z.string().min(1).max(200).nullable().default(null).describe('The id of an alert.'),
});

export type SaidOf = z.output<typeof saidOfSchema>;

export const aboutColumns = ({ kpi, scope, customer, from, to, alert }: SaidOf): AboutColumns => ({
  kpi,
  scope,
  customer_source: customer?.source ?? null,
  customer_id: customer?.id ?? null,
  from_day: from,
  to_day: to,
  alert_id: alert,
});

const customerOf = ({ customer_source: source, customer_id: id }: AboutColumns): About['customer'] =>
  source === null || id === null ? null : { source, id };

/** As whoever may know of it is asked for. */
export const aboutIn = (row: AboutColumns): About => ({ kpi: row.kpi, scope: row.scope, customer: customerOf(row) });

/** As it is told. */
export const saidOf = (row: AboutColumns): SaidOf => ({ ...aboutIn(row), from: row.from_day, to: row.to_day, alert: row.alert_id });

/** The page that shows what it is about, at its conversation. */
export function pathOf({ kpi, customer_source: source, customer_id: id, alert_id: alert }: AboutColumns): string | null {
  if (alert !== null) return `/alerts?alert=${encodeURIComponent(alert)}`;
  if (kpi !== null) return `/kpis/${encodeURIComponent(kpi)}#conversation`;
  if (id === null) return null;
  return `/customers/${encodeURIComponent(id)}${source === null ? '' : `?source=${encodeURIComponent(source)}`}#conversation`;
}
