import { describe, expect, it } from 'vitest';
import { story } from '../../src/sample/story.ts';
import { Company } from './company.ts';
import { Naive } from './naive.ts';
import { storyFacts, until } from './story.ts';

const company = new Company(until, 1, 20_260_731);
const naive = new Naive(company);

describe('the sample company’s story, by plain sums over its rows', () => {
  it.each(
    storyFacts.map((one) => [`${one.twist}: ${one.says} (${one.left.kpi}${one.left.variant ? `:${one.left.variant}` : ''})`, one] as const),
  )('%s', (_, one) => {
    const [left, right] = [naive.value(one.left), naive.value(one.right)];
    const bound = one.times * right;
    expect(Number.isFinite(left) && Number.isFinite(right)).toBe(true);
    if (one.relation === 'above') expect(left).toBeGreaterThan(bound);
    else expect(left).toBeLessThan(bound);
  });

  it('shows month by month, beyond noise: no month of the wave is as calm as the worst one outside', () => {
    const churned = (month: number) => naive.value({ kpi: 'churned_customers', months: [month, month + 1] });
    const { from, to } = story.churnWave;
    const months = Array.from({ length: 24 }, (_, i) => i + 12);
    const inside = months.filter((month) => month >= from && month < to).map(churned);
    const outside = months.filter((month) => month < from || month >= to).map(churned);
    expect(Math.min(...inside)).toBeGreaterThan(1.5 * Math.max(...outside));
  });

  it('has the sales of the late product follow its deliveries by about three months', () => {
    const share = (month: number) => {
      const lines = company.all('order_line').filter((row) => {
        const at = Temporal.Instant.from(String(row.created_at)).toZonedDateTimeISO('Europe/Madrid').toPlainDate();
        return month === Math.floor(Temporal.PlainDate.from('2023-11-01').until(at, { largestUnit: 'months' }).months);
      });
      const of = (rows: typeof lines) => rows.reduce((sum, row) => sum + Number(row.amount), 0);
      return of(lines.filter((row) => row.product_id === 'P3')) / of(lines);
    };
    const mean = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => share(from + i)).reduce((a, b) => a + b, 0) / (to - from);
    const { from, salesFrom } = story.slip;
    expect(mean(from, salesFrom)).toBeGreaterThan(0.85 * mean(from - 6, from));
    expect(mean(salesFrom + 1, 36)).toBeLessThan(0.65 * mean(from - 6, from));
  });

  it('loses those who complained: most who leave in the wave had a complaint in the half year before', () => {
    const { from, to } = story.churnWave;
    const left = naive.rows('contract', 'cancelled_at', { kpi: '', months: [from, to] });
    const complaints = company.all('ticket').filter((row) => row.type === 'complaint');
    const complained = left.filter((contract) =>
      complaints.some((ticket) => {
        const days = (Date.parse(String(contract.cancelled_at)) - Date.parse(String(ticket.opened_at))) / 86_400_000;
        return ticket.account_id === contract.account_id && days >= 0 && days < 180;
      }),
    );
    expect(complained.length / left.length).toBeGreaterThan(0.7);
  });

  it('keeps more of those for whom somebody acted', () => {
    const { from, to } = story.churnWave;
    const complained = new Set(
      naive
        .rows('ticket', 'opened_at', { kpi: '', months: [from - 4, from] })
        .filter((row) => row.type === 'complaint')
        .map((row) => row.account_id),
    );
    const acted = new Set(naive.rows('retention_action', 'acted_at', { kpi: '', months: [from - 4, to] }).map((row) => row.account_id));
    const gone = new Set(naive.rows('contract', 'cancelled_at', { kpi: '', months: [from, to] }).map((row) => row.account_id));
    const under = new Set(naive.rows('contract', 'started_at', { kpi: '', months: [0, from] }).map((row) => row.account_id));
    const rate = (accounts: unknown[]) => accounts.filter((id) => gone.has(String(id))).length / accounts.length;
    const customers = [...complained].filter((id) => under.has(id));
    expect(rate(customers.filter((id) => acted.has(id)))).toBeLessThan(0.75 * rate(customers.filter((id) => !acted.has(id))));
  });

  it('has duplicates and gaps, most gaps in the careless office', () => {
    const emails = company.all('lead').map((row) => String(row.email).toLowerCase());
    const repeated = 1 - new Set(emails).size / emails.length;
    expect(repeated).toBeGreaterThan(0.01);
    expect(repeated).toBeLessThan(0.08);
    expect(company.all('account').filter((row) => row.merged_into_id).length).toBeGreaterThan(10);
    const missing = (office: string) => {
      const lost = company
        .all('opportunity')
        .filter((row) => row.status === 'lost' && naive.read('opportunity', row, 'owner.office') === office);
      return lost.filter((row) => row.lost_reason === null).length / lost.length;
    };
    expect(missing(story.careless.office)).toBeGreaterThan(2 * missing('Madrid'));
  });
});
