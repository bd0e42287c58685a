import { type Row, sourceOf, type Value } from '../company.ts';
import type { World } from '../world.ts';
import { known } from './orders.ts';

export interface ContractPeriod {
  readonly contract: Row;
  readonly start: Value;
  /** Null: it runs on. */
  readonly stop: Value;
  /** Whether its cancellation is why it stops. */
  readonly cancelled: boolean;
}

const startOf = (contract: Row): Value => contract.started_at ?? contract.created_at ?? null;

/** Live contracts that name another as the one before them. */
const successorsOf = (world: World, contract: Row): Row[] =>
  world
    .live('contract')
    .filter((next) => sourceOf(next) === sourceOf(contract) && known(next.previous_id) && next.previous_id === contract.id);

/** From when to when each contract of an account is in force. */
export function contractPeriods(world: World): ContractPeriod[] {
  const at = (value: Value): number => world.moment(value)?.at ?? 0;
  const periods: ContractPeriod[] = [];
  for (const contract of world.live('contract')) {
    const start = startOf(contract);
    if (!known(contract.account_id) || start === null) continue;
    const carriers = successorsOf(world, contract).filter(
      (next) => next.account_id === contract.account_id && startOf(next) !== null && next.id !== contract.id,
    );
    let stop = stopOf(world, contract, carriers.length > 0);
    let cancelled = known(contract.cancelled_at);
    for (const next of carriers) {
      if (stop !== null && at(startOf(next)) <= at(stop)) continue;
      stop = startOf(next);
      cancelled = false;
    }
    if (stop !== null && at(stop) <= at(start)) continue;
    periods.push({ contract, start, stop, cancelled });
  }
  return periods;
}

/** When a contract that no other carries on is over, by what the workspace calls the date of a loss. */
function stopOf(world: World, contract: Row, isCarried: boolean): Value {
  const { churn_date } = world.settings.glossary;
  const at = (value: Value): number => world.moment(value)?.at ?? 0;
  const ends = contract.ends_at ?? null;
  const cancelled = contract.cancelled_at ?? null;
  const goesOn = known(contract.renewed_at) && !isCarried;
  if (churn_date === 'cancellation') return cancelled ?? (goesOn ? null : ends);
  const planned = churn_date === 'renewal_due' ? (contract.renewal_due_on ?? ends) : ends;
  if (cancelled === null) return goesOn ? null : planned;
  return planned === null || at(cancelled) > at(ends ?? planned) ? cancelled : planned;
}

/** Each contract that falls due, and whether it was renewed. */
export function renewal(world: World): Row[] {
  return world.live('contract').flatMap((contract) => {
    const due = world.moment(contract.renewal_due_on)?.day ?? world.moment(contract.ends_at)?.day ?? null;
    if (due === null) return [];
    const next = successorsOf(world, contract);
    const starts = next
      .map(startOf)
      .filter((start) => start !== null)
      .sort((a, b) => (world.moment(a)?.at ?? 0) - (world.moment(b)?.at ?? 0));
    return [
      {
        _source: sourceOf(contract),
        contract_id: contract.id ?? null,
        account_id: contract.account_id ?? null,
        due_on: due,
        renewed_at: contract.renewed_at ?? starts[0] ?? null,
        is_renewed: known(contract.renewed_at) || next.length > 0,
        amount: contract.amount ?? null,
        currency: contract.currency ?? null,
      },
    ];
  });
}
