import { z } from 'zod';
import { type RiskSignal, riskSignals } from '../../estimators/risk_score.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import { lifeStages, rfmClasses } from '../../model/segment.ts';
import type { Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { dayOf, numberOf, textOf } from '../read-cell.ts';
import { recordShown } from '../rights/seen.ts';

/** Why a customer needs somebody, the most pressing first. */
export const needs = ['risk', 'debt', 'order_overdue', 'order_due', 'ticket'] as const;
export type Need = (typeof needs)[number];

const text = z.string().nullable();
const day = z.iso.date().nullable();
const amount = z.number().nullable().describe('In the workspace’s currency. Null: not known, or hidden from who asks.');

/** An account and what there is to know of it on one line. */
export const customerSchema = z
  .strictObject({
    source: z.string(),
    id: z.string(),
    name: text.describe('Under a pseudonym for who sees no personal data, where names are personal.'),
    industry: text,
    segment: text,
    city: text,
    region: text,
    country: text,
    owner: text,
    stage: z.enum(lifeStages).nullable(),
    since: day.describe('A customer since.'),
    rfm: z.enum(rfmClasses).nullable().describe('Class of recency, frequency and amount; null where no segment asks for it.'),
    needs: z.array(z.enum(needs)),
    attention: z.number().nullable().describe('What the order by attention goes by: money at stake. Null where amounts are hidden.'),
    orders: countSchema.nullable().describe('Days with orders.'),
    lastOrderOn: day,
    historical: amount.describe('Sales so far.'),
    expected: amount.describe('To be expected in the next 12 months.'),
    worth: amount.describe('So far and five years on, discounted.'),
    alive: z.number().min(0).max(1).nullable().describe('Probability that it is still a customer.'),
    risk: z
      .strictObject({
        score: countSchema.describe('0 to 100.'),
        signals: z.array(z.enum(riskSignals)),
        atStake: amount.describe('Revenue of a year.'),
      })
      .nullable(),
    next: z
      .strictObject({
        on: z.iso.date().describe('The day by which half would have ordered.'),
        from: z.iso.date(),
        to: z.iso.date().describe('80 of 100 order from `from` to `to`.'),
        state: z.enum(['later', 'due', 'overdue', 'lapsed']),
        everyDays: z.number().nullable(),
      })
      .nullable(),
    owed: amount,
    overdue: amount,
    overdueSince: day,
    openDeals: countSchema.nullable(),
    openValue: amount,
    openTickets: countSchema.nullable(),
    complaints: countSchema.nullable(),
    lastContactOn: day,
  })
  .meta({ id: 'Customer' });

export type Customer = Frozen<z.output<typeof customerSchema>>;

type Row = Readonly<Record<string, unknown>>;

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | null => list.find((one) => one === value) ?? null;

/** Whether the next order is still to come, due, late, or given up, at the close of a day. */
export function orderState(day: string, next: { readonly from: string; readonly to: string; readonly lapsedOn: string | null }) {
  if (next.lapsedOn !== null && day >= next.lapsedOn) return 'lapsed';
  if (day > next.to) return 'overdue';
  return day >= next.from ? 'due' : 'later';
}

/** A row of facts as whoever asks may see it. */
export function customerOf(
  row: Row,
  { day, threshold, catalog }: { readonly day: string; readonly threshold: number; readonly catalog: Catalog },
): Customer {
  const money = (value: unknown): number | null => (catalog.sight?.amounts === 'hidden' ? null : numberOf(value));
  const { name, industry, segment, city, region, country } = recordShown('account', row, catalog);
  const owner = textOf(recordShown('user', { name: row.owner }, catalog).name);
  const [on, from, to] = [dayOf(row.next_on), dayOf(row.next_from), dayOf(row.next_to)];
  const next =
    on === null || from === null || to === null
      ? null
      : ({
          on,
          from,
          to,
          state: orderState(day, { from, to, lapsedOn: dayOf(row.lapsed_on) }),
          everyDays: numberOf(row.every_days),
        } as const);
  const score = numberOf(row.score);
  const signals = riskSignals.filter((signal: RiskSignal) => row[signal] === true);
  const reasons: Readonly<Record<Need, boolean>> = {
    risk: score !== null && score >= threshold,
    debt: (numberOf(row.overdue) ?? 0) > 0,
    order_overdue: next?.state === 'overdue',
    order_due: next?.state === 'due',
    ticket: (numberOf(row.open_tickets) ?? 0) > 0,
  };
  return {
    source: String(row.source),
    id: String(row.id),
    name: textOf(name),
    industry: textOf(industry),
    segment: textOf(segment),
    city: textOf(city),
    region: textOf(region),
    country: textOf(country),
    owner,
    stage: oneOf(lifeStages, row.stage),
    since: dayOf(row.since),
    rfm: oneOf(rfmClasses, row.rfm),
    needs: needs.filter((need) => reasons[need]),
    attention: money(row.attention),
    orders: numberOf(row.orders),
    lastOrderOn: dayOf(row.last_order_on),
    historical: money(row.historical),
    expected: money(row.expected),
    worth: money(row.worth),
    alive: numberOf(row.p_alive),
    risk: score === null ? null : { score, signals, atStake: money(row.at_stake) },
    next,
    owed: money(row.owed),
    overdue: money(row.overdue),
    overdueSince: dayOf(row.overdue_since),
    openDeals: numberOf(row.open_deals),
    openValue: money(row.open_value),
    openTickets: numberOf(row.open_tickets),
    complaints: numberOf(row.complaints),
    lastContactOn: dayOf(row.last_contact_on),
  };
}
