import { entities } from '../../src/model/registry.ts';
import { type Row, sourceOf, type Value } from './company.ts';
import { read } from './dimension.ts';
import type { At } from './expression.ts';
import type { World } from './world.ts';

/** How much one unit of a currency is worth in the workspace's on a day: the last rate published on or before it. Null when there is none. */
export function rateOn(world: World, currency: string, day: string): number | null {
  if (currency === world.settings.currency) return 1;
  let last: Row | null = null;
  for (const rate of world.live('exchange_rate')) {
    const on = world.moment(rate.on)?.day;
    if (rate.from_currency !== currency || rate.to_currency !== world.settings.currency) continue;
    if (on === undefined || on > day || (rate.rate ?? null) === null) continue;
    const lastOn = last === null ? null : world.moment(last.on)?.day;
    if (last === null || lastOn === undefined || lastOn === null || on > lastOn || (on === lastOn && String(rate.id) > String(last.id)))
      last = rate;
  }
  return last === null ? null : Number(last.rate);
}

/** A money field in the workspace's currency at the rate of a day. Its currency is the row's own, else its parent's, else the workspace's. */
export function moneyOf(at: At, path: string, day: string | null): number | null {
  const { world } = at;
  const amount = read(world, at.dataset, at.row, path, null);
  if (!amount) throw new Error(`${at.dataset.name} has no ${path}`);
  if (amount.value === null) return null;
  const currency = currencyOf(at, path);
  if (currency === world.settings.currency) return Number(amount.value);
  const rate = day === null ? null : rateOn(world, currency, day);
  if (rate === null) {
    at.reasons.add('rate_missing');
    return null;
  }
  return Number(amount.value) * rate;
}

function currencyOf(at: At, path: string): string {
  const { world } = at;
  const beside = [...path.split('.').slice(0, -1), 'currency'].join('.');
  const own = read(world, at.dataset, at.row, beside, null)?.value ?? null;
  if (own !== null) return String(own);
  const parent = at.dataset.fields[path]?.currencyOf;
  const parentEntity = parent === undefined ? undefined : at.dataset.fields[parent]?.entity;
  if (parent !== undefined && parentEntity !== undefined && entities.has(parentEntity)) {
    const id: Value = at.row[parent] ?? null;
    const record = id === null ? null : world.find(parentEntity, sourceOf(at.row), String(id));
    if ((record?.currency ?? null) !== null) return String(record?.currency);
  }
  return world.settings.currency;
}
