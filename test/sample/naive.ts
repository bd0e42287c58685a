import { entities } from '../../src/model/registry.ts';
import type { Cell } from '../../src/sample/columns.ts';
import type { AnyRow, Company } from './company.ts';
import { datesOf, type Slice } from './story.ts';

const zone = 'Europe/Madrid';
const instantOf = (date: string): string => Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString();
const time = (value: Cell | undefined): number => Date.parse(String(value));
const hours = (row: AnyRow, from: string, to: string): number => (time(row[to]) - time(row[from])) / 3_600_000;

const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
};
const sum = (rows: readonly AnyRow[], of: (row: AnyRow) => number): number => rows.reduce((total, row) => total + of(row), 0);

/** KPIs computed the plain way, row by row: what the story's facts are held against. */
export class Naive {
  private readonly company: Company;

  constructor(company: Company) {
    this.company = company;
  }

  /** @throws Error for a KPI that nobody wrote down here. */
  value(slice: Slice): number {
    const kpi = kpis[slice.variant ? `${slice.kpi}:${slice.variant}` : slice.kpi] ?? kpis[slice.kpi];
    if (!kpi) throw new Error(`no naive ${slice.kpi}`);
    return kpi(this, slice);
  }

  /** Live rows whose `at` lies in the slice and that meet its filters. */
  rows(entity: string, at: string, slice: Slice): readonly AnyRow[] {
    const { from, to } = datesOf(slice);
    const isDate = entities.get(entity)?.fields[at]?.type === 'date';
    const next = Temporal.PlainDate.from(to).add({ days: 1 }).toString();
    const [low, high] = isDate ? [from, next] : [instantOf(from), instantOf(next)];
    return this.company.all(entity).filter((row) => {
      const value = row[at];
      if (typeof value !== 'string' || value < low || value >= high || row.is_test === true || row.deleted_at) return false;
      return (slice.where ?? []).every((condition) => {
        const [path = '', wanted = ''] = condition.split('=');
        return this.read(entity, row, path) === wanted;
      });
    });
  }

  /** A field, or a field of what a reference points to: `owner.name`. */
  read(entity: string, row: AnyRow | undefined, path: string): Cell | undefined {
    const [head = '', ...rest] = path.split('.');
    if (rest.length === 0) return row?.[head];
    const target = entities.get(entity)?.fields[`${head}_id`]?.entity ?? '';
    return this.read(target, this.company.find(target, row?.[`${head}_id`]), rest.join('.'));
  }
}

const share = (rows: readonly AnyRow[], part: (row: AnyRow) => boolean): number => rows.filter(part).length / rows.length;
const closed = (naive: Naive, slice: Slice) => naive.rows('opportunity', 'closed_at', slice);
const won = (naive: Naive, slice: Slice) => closed(naive, slice).filter((row) => row.status === 'won');
const scored = (naive: Naive, kind: string, slice: Slice) =>
  naive.rows('survey_response', 'responded_at', slice).filter((row) => row.kind === kind);
const endings = (naive: Naive, slice: Slice) => naive.rows('contract', 'cancelled_at', slice).length;
const spend = (naive: Naive, slice: Slice) =>
  sum(naive.rows('cost', 'incurred_on', slice), (row) => (row.campaign_id ? Number(row.amount) : 0));

/** By the KPI's id, or id and variant. Durations in hours, money as it is: the facts compare like with like. */
const kpis: Readonly<Record<string, (naive: Naive, slice: Slice) => number>> = {
  new_leads: (naive, slice) => naive.rows('lead', 'created_at', slice).length,
  lead_qualification_rate: (naive, slice) => share(naive.rows('lead', 'created_at', slice), (row) => row.qualified_at !== null),
  lead_conversion_rate: (naive, slice) =>
    share(
      naive.rows('lead', 'created_at', slice),
      (row) => row.converted_at !== null && hours(row, 'created_at', 'converted_at') < 90 * 24,
    ),
  cpl: (naive, slice) => spend(naive, slice) / naive.rows('lead', 'created_at', slice).length,
  'cpl:campaigns': (naive, slice) => {
    const leads = { ...slice, where: (slice.where ?? []).map((one) => one.replace(/^channel/, 'campaign.channel')) };
    return spend(naive, slice) / naive.rows('lead', 'created_at', leads).filter((row) => row.campaign_id !== null).length;
  },
  on_time_delivery: (naive, slice) =>
    share(
      naive.rows('delivery', 'promised_at_first', slice),
      (row) => row.delivered_at !== null && time(row.delivered_at) <= time(row.promised_at_first),
    ),
  delivery_lead_time: (naive, slice) =>
    median(naive.rows('delivery', 'delivered_at', slice).map((row) => hours(row, 'created_at', 'delivered_at'))),
  csat: (naive, slice) => share(scored(naive, 'csat', slice), (row) => Number(row.score) >= 4),
  nps: (naive, slice) => {
    const rows = scored(naive, 'nps', slice);
    return 100 * (share(rows, (row) => Number(row.score) >= 9) - share(rows, (row) => Number(row.score) <= 6));
  },
  complaints: (naive, slice) => naive.rows('ticket', 'opened_at', slice).filter((row) => row.type === 'complaint').length,
  first_response_time: (naive, slice) =>
    median(
      naive
        .rows('ticket', 'opened_at', slice)
        .filter((row) => row.first_response_at !== null)
        .map((row) => hours(row, 'opened_at', 'first_response_at')),
    ),
  avg_resolution_time: (naive, slice) =>
    median(naive.rows('ticket', 'resolved_at', slice).map((row) => hours(row, 'opened_at', 'resolved_at'))),
  opportunity_conversion_rate: (naive, slice) => share(closed(naive, slice), (row) => row.status === 'won'),
  opportunity_lost_reasons: (naive, slice) => {
    const lost = closed(naive, slice).filter((row) => row.status === 'lost');
    return share(lost, (row) => Object.entries(slice.group ?? {}).every(([field, value]) => row[field] === value));
  },
  sales_cycle_length: (naive, slice) => median(won(naive, slice).map((row) => hours(row, 'created_at', 'closed_at'))),
  avg_opportunity_value: (naive, slice) => sum(won(naive, slice), (row) => Number(row.amount)) / won(naive, slice).length,
  sales_calls: (naive, slice) =>
    naive.rows('activity', 'occurred_at', slice).filter((row) => row.type === 'call' && row.direction === 'out' && row.purpose === 'sales')
      .length,
  total_sales: (naive, slice) =>
    sum(
      naive.rows('order', 'ordered_at', slice).filter((row) => row.status !== 'cancelled'),
      (row) => Number(row.amount),
    ),
  churned_customers: endings,
  churn_rate: (naive, slice) => {
    const before = { ...slice, months: [0, slice.months[0]] as const };
    const begun = naive
      .rows('contract', 'started_at', before)
      .filter((row) => row.previous_id === undefined || row.previous_id === null).length;
    return endings(naive, slice) / (begun - endings(naive, before));
  },
  renewal_rate: (naive, slice) => share(naive.rows('contract', 'renewal_due_on', slice), (row) => row.renewed_at !== null),
  dso: (naive, slice) => {
    const billed = naive.rows('invoice', 'issued_on', slice).filter((row) => row.status !== 'void');
    const open = sum(naive.rows('invoice', 'issued_on', { ...slice, months: [0, slice.months[1]] }), (row) => Number(row.balance));
    return open / sum(billed, (row) => Number(row.amount));
  },
};
