import { expectedOrders, fitBgNbd, probabilityAlive } from '../../../src/estimators/bg_nbd.ts';
import { expectedSpend, fitGammaGamma } from '../../../src/estimators/gamma_gamma.ts';
import { type Row, sourceOf, type Value } from '../company.ts';
import { inBase } from '../money.ts';
import { addDays, daysBetween } from '../time.ts';
import { isLive, type World } from '../world.ts';
import { asMoney } from './costs.ts';
import { quarterStart, reachOf } from './forecasts.ts';
import { groupBy, known, salesOf } from './orders.ts';

interface Bought {
  readonly day: string;
  readonly revenue: number;
  readonly costed: number;
  readonly cost: number;
}

interface Account {
  readonly id: Value;
  readonly bought: readonly Bought[];
  /** Recurring revenue from a day to another, by month. */
  readonly recurring: readonly { readonly from: string; readonly to: string | null; readonly mrr: number }[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const weeks = (from: string, to: string): number => Math.floor(daysBetween(from, to) / 7 + 0.5);
const year = 365.25 / 7;

/** What each account has brought and may bring, at the end of quarters past and of the last day known. */
export function accountValue(world: World, recurring: readonly Row[], customers: readonly Row[]): Row[] {
  const sources = new Set([...salesOf(world), ...recurring].map(sourceOf));
  return [...sources].flatMap((source) => {
    const reach = reachOf(world, source, ['order', 'contract']);
    if (reach === null) return [];
    const accounts = accountsOf(world, source, recurring);
    const snapshots = [...Array.from({ length: 8 }, (_, back) => addDays(quarterStart(reach, -back), -1)).reverse(), reach];
    return snapshots.flatMap((snapshot, index) =>
      valuedAt(
        world,
        source,
        accounts,
        snapshot,
        customers.filter((row) => sourceOf(row) === source),
      ).map((row) => ({
        ...row,
        valid_to: snapshots[index + 1] ?? null,
        is_latest: index === snapshots.length - 1,
      })),
    );
  });
}

function accountsOf(world: World, source: string, recurring: readonly Row[]): Account[] {
  const day = (value: Value | undefined): string => world.moment(value)?.day ?? '';
  const worth = (row: Row, amount: Value | undefined, on: string): number => inBase(world, amount, row.currency, on) ?? 0;
  const sales = salesOf(world).filter((row) => sourceOf(row) === source);
  const spans = recurring.filter((row) => sourceOf(row) === source);
  const ids = new Set([...sales, ...spans].map(({ account_id }) => account_id ?? null));
  return [...ids].map((id) => ({
    id,
    bought: groupBy(
      sales.filter(({ account_id }) => account_id === id),
      (row) => day(row.ordered_at),
    )
      .map((own) => {
        const on = day(own[0]?.ordered_at);
        const costed = own.filter((row) => known(row.cost));
        return {
          day: on,
          revenue: sum(own.map((row) => worth(row, row.amount, on))),
          costed: sum(costed.map((row) => worth(row, row.amount, on))),
          cost: sum(costed.map((row) => worth(row, row.cost, on))),
        };
      })
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    recurring: spans
      .filter(({ account_id }) => account_id === id)
      .map((row) => ({
        from: day(row.valid_from),
        to: known(row.valid_to) ? day(row.valid_to) : null,
        mrr: worth(row, row.mrr, day(row.valid_from)),
      })),
  }));
}

function valuedAt(world: World, source: string, all: readonly Account[], snapshot: string, customers: readonly Row[]): Row[] {
  const seen = all
    .map((account) => ({
      id: account.id,
      bought: account.bought.filter(({ day }) => day <= snapshot),
      recurring: account.recurring.filter(({ from }) => from <= snapshot),
    }))
    .filter(({ bought, recurring }) => bought.length + recurring.length > 0);
  const buyers = seen.filter(({ bought, recurring }) => bought.length > 0 && recurring.length === 0);
  const summaryOf = ({ bought }: Account) => {
    const [first, last] = [bought[0]?.day ?? '', bought.at(-1)?.day ?? ''];
    return { x: bought.length - 1, tx: weeks(first, last), t: weeks(first, snapshot) };
  };
  const again = ({ bought }: Account): number => sum(bought.slice(1).map(({ revenue }) => revenue));
  const model = fitBgNbd(buyers.map((account) => ({ ...summaryOf(account), count: 1 }))).parameters;
  const repeaters = buyers.filter((account) => account.bought.length > 1 && again(account) > 0);
  const meanOf = (account: Account): number => again(account) / (account.bought.length - 1);
  const spending = fitGammaGamma(
    repeaters.map((account) => ({
      x: account.bought.length - 1,
      mean: Math.exp(Math.floor(Math.log(meanOf(account)) * 50 + 0.5) / 50),
      count: 1,
    })),
  ).parameters;
  const days = sum(repeaters.map(({ bought }) => bought.length - 1));
  const mean = days > 0 ? sum(repeaters.map(again)) / days : null;
  const retention = retentionAt(world, snapshot, customers);
  const rateOf = (bought: readonly Bought[]): number | null => {
    const costed = sum(bought.map((one) => one.costed));
    return costed > 0 ? (costed - sum(bought.map(({ cost }) => cost))) / costed : null;
  };
  const rateOfAll = rateOf(seen.flatMap(({ bought }) => bought));
  return seen.flatMap((account): Row[] => {
    const record = known(account.id) ? world.find('account', source, String(account.id)) : null;
    if (record && !isLive(record)) return [];
    const { bought, recurring } = account;
    const mrr = sum(recurring.filter(({ to }) => to === null || to > snapshot).map((one) => one.mrr));
    const isContract = mrr > 0.00005 || bought.length === 0;
    const years = [1, 2, 3, 4, 5].map((nth): number | null => {
      if (isContract) return 12 * mrr * retention ** (nth - 1) * ((1 + retention) / 2);
      if (model === null) return null;
      const summary = summaryOf(account);
      const orders = expectedOrders(model, summary, nth * year) - expectedOrders(model, summary, (nth - 1) * year);
      const own = spending ? expectedSpend(spending, summary.x, summary.x > 0 ? meanOf(account) : 0) : null;
      const drawn = mean === null ? null : (again(account) + 3 * mean) / (summary.x + 3);
      const spend = own ?? drawn;
      return spend === null ? null : orders * spend;
    });
    const historical =
      bought.length > 0
        ? sum(bought.map(({ revenue }) => revenue))
        : sum(
            recurring.map(
              ({ from, to, mrr: own }) => (own * 12 * daysBetween(from, to === null || to > snapshot ? addDays(snapshot, 1) : to)) / 365,
            ),
          );
    const future = years.some((one) => one === null) ? null : sum(years.map((one, index) => (one ?? 0) / 1.1 ** (index + 0.5)));
    const margin = rateOf(bought) ?? rateOfAll;
    const money = (value: number | null | undefined): number | null => (value === null || value === undefined ? null : asMoney(value));
    const margins = (value: number | null | undefined): number | null =>
      value === null || value === undefined || margin === null ? null : asMoney(value * margin);
    const total = future === null ? null : historical + future;
    return [
      {
        _source: source,
        account_id: account.id,
        method: isContract ? 'contract' : 'bg_nbd',
        valid_from: snapshot,
        first_bought_at: bought[0]?.day ?? recurring.map(({ from }) => from).sort()[0] ?? null,
        last_bought_at: bought.at(-1)?.day ?? null,
        orders: bought.length,
        p_alive: isContract ? (mrr > 0.00005 ? 1 : 0) : model && probabilityAlive(model, summaryOf(account)),
        expected_orders: isContract || model === null ? null : expectedOrders(model, summaryOf(account), year),
        expected_revenue: money(years[0]),
        expected_margin: margins(years[0]),
        future_revenue: money(future),
        future_margin: margins(future),
        historical_revenue: money(historical),
        historical_margin: margins(historical),
        value_revenue: money(total),
        value_margin: margins(total),
        margin_rate: margin,
        currency: world.settings.currency,
      },
    ];
  });
}

/** Of the customers by contract of a year before, the share who still are, with five more of whom four stayed. */
function retentionAt(world: World, snapshot: string, customers: readonly Row[]): number {
  const covers = (row: Row, day: string): boolean => {
    const [from, to] = [world.moment(row.valid_from)?.day ?? '', world.moment(row.valid_to)?.day ?? null];
    return from <= day && (to === null || to > day);
  };
  const before = new Set(
    customers.filter((row) => row.origin === 'contract' && covers(row, addDays(snapshot, -365))).map(({ account_id }) => account_id),
  );
  const kept = [...before].filter((id) => customers.some((row) => row.account_id === id && covers(row, snapshot)));
  return (kept.length + 4) / (before.size + 5);
}
