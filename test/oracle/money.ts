import { entities } from '../../src/model/registry.ts';
import { sourceOf, type Value } from './company.ts';
import { read } from './dimension.ts';
import type { At } from './expression.ts';
import type { World } from './world.ts';

/**
 * How much one unit of a currency is worth in the workspace's on a day: the last rate published on or before it, by whatever source. Of one day, a
 * rate to the workspace's currency goes before one the other way round, then the greater id. Null when there is none.
 */
function rateOn(world: World, currency: string, day: string): number | null {
  const own = world.settings.currency;
  if (currency === own) return 1;
  const published: { on: string; direct: boolean; id: string; rate: number }[] = [];
  for (const row of world.live('exchange_rate')) {
    const on = world.moment(row.on)?.day;
    const rate = row.rate ?? null;
    // What is worth nothing, or less, is no rate.
    if (on === undefined || on > day || rate === null || Number(rate) <= 0) continue;
    const id = String(row.id);
    if (row.from_currency === currency && row.to_currency === own) published.push({ on, direct: true, id, rate: Number(rate) });
    if (row.from_currency === own && row.to_currency === currency) published.push({ on, direct: false, id, rate: 1 / Number(rate) });
  }
  published.sort((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.direct !== b.direct ? (a.direct ? 1 : -1) : a.id < b.id ? -1 : 1));
  return published.at(-1)?.rate ?? null;
}

/** An amount in the workspace's currency at the rate of a day; null without an amount or a rate. Nothing is nothing in any currency. */
export function inBase(world: World, amount: Value | undefined, currency: Value | undefined, day: string): number | null {
  if (amount === null || amount === undefined) return null;
  if (Number(amount) === 0) return 0;
  const rate = rateOn(world, String(currency ?? world.settings.currency), day);
  return rate === null ? null : Number(amount) * rate;
}

/** A money field in the workspace's currency at the rate of a day. Its currency is the row's own, else its parent's, else the workspace's. */
export function moneyOf(at: At, path: string, day: string | null): number | null {
  const { world } = at;
  const amount = read(world, at.dataset, at.row, path, null);
  if (!amount) throw new Error(`${at.dataset.name} has no ${path}`);
  if (amount.value === null) return null;
  if (Number(amount.value) === 0) return 0;
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
