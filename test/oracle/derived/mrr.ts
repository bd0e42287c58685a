import { type Row, sourceOf, type Value } from '../company.ts';
import { addDays } from '../time.ts';
import type { World } from '../world.ts';
import { contractPeriods } from './contracts.ts';
import { asMoney } from './costs.ts';
import { groupBy, known } from './orders.ts';

const months: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** Recurring revenue by month of each account and currency, cut where it changes. */
export function mrrSpan(world: World): Row[] {
  const day = (value: Value): string => world.moment(value)?.day ?? '';
  const at = (value: Value): number => world.moment(value)?.at ?? 0;
  const periods = contractPeriods(world).flatMap(({ contract, start, stop }) => {
    const length = months[String(contract.period)];
    if (length === undefined || !known(contract.amount)) return [];
    return [{ contract, start, stop, mrr: asMoney(Number(contract.amount) / length) }];
  });
  const groups = groupBy(
    periods.map(({ contract }) => contract),
    (contract) => JSON.stringify([sourceOf(contract), contract.account_id, contract.currency ?? null]),
  );
  return groups.flatMap((contracts) => {
    const own = periods.filter(({ contract }) => contracts.includes(contract));
    // A contract that stops on the day before another starts stops when that one starts.
    const starts = own.map(({ start }) => start);
    const stopOf = (stop: Value): Value => (stop === null ? null : (starts.find((start) => day(start) === addDays(day(stop), 1)) ?? stop));
    const turns = new Map<string, { when: Value; by: number }>();
    const turn = (when: Value, by: number): void => {
      const there = turns.get(day(when));
      turns.set(day(when), { when: there && at(there.when) <= at(when) ? there.when : when, by: (there?.by ?? 0) + by });
    };
    for (const { start, stop, mrr } of own) {
      turn(start, mrr);
      const ends = stopOf(stop);
      if (ends !== null) turn(ends, -mrr);
    }
    const rows: Row[] = [];
    let sum = 0;
    let wasCustomer = false;
    const sorted = [...turns].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([, { by }]) => Math.abs(by) > 1e-9);
    for (const [index, [, { when, by }]] of sorted.entries()) {
      const before = sum;
      sum = asMoney(sum + by);
      const movement =
        sum === 0 ? 'churned' : before === 0 ? (wasCustomer ? 'reactivated' : 'new') : sum > before ? 'expansion' : 'contraction';
      wasCustomer = true;
      const [contract] = contracts;
      rows.push({
        _source: contract ? sourceOf(contract) : null,
        account_id: contract?.account_id ?? null,
        mrr: sum,
        currency: contract?.currency ?? null,
        previous_mrr: before,
        movement,
        valid_from: when,
        valid_to: sorted[index + 1]?.[1].when ?? null,
      });
    }
    return rows;
  });
}
