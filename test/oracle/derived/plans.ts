import { isWorkingDay } from '../business.ts';
import { type Row, sourceOf } from '../company.ts';
import { inBase } from '../money.ts';
import { daysOf } from '../time.ts';
import type { World } from '../world.ts';
import { asMoney } from './costs.ts';

const inMoney = ['revenue_target_attainment', 'total_sales', 'new_revenue'];

const text = (value: Row[string] | undefined): string => String(value ?? '');

/** Each target in money over its working days; the company's less the people's. */
export function targetDay(world: World): Row[] {
  const goals = world
    .live('target')
    .filter((row) => inMoney.includes(text(row.kpi)) && (row.value ?? null) !== null && text(row.period_start) !== '')
    .filter((row) => text(row.period_end) !== '' && text(row.period_start) <= text(row.period_end))
    .map((row) => ({ row, days: daysOf(text(row.period_start), text(row.period_end)) }));
  /** The goal that holds for a KPI and scope on a day. */
  const holds = new Map<string, { readonly row: Row; readonly days: readonly string[]; readonly day: string; readonly value: number }>();
  for (const { row, days } of goals) {
    const worked = days.filter((day) => isWorkingDay(day, world.settings));
    const shared = worked.length > 0 ? worked : days;
    for (const day of days) {
      const key = JSON.stringify([row.kpi, text(row.scope), day]);
      const other = holds.get(key);
      const isCloser =
        !other || days.length < other.days.length || (days.length === other.days.length && text(row.id) > text(other.row.id));
      if (isCloser) holds.set(key, { row, days, day, value: shared.includes(day) ? Number(row.value) / shared.length : 0 });
    }
  }
  const ownerOf = (scope: string): Row | null =>
    world
      .live('user')
      .find((user) =>
        [
          `owner.name=${text(user.name)}`,
          `owner.email=${text(user.email)}`,
          `owner=${text(user.id)}`,
          `owner_id=${text(user.id)}`,
        ].includes(scope),
      ) ?? null;
  const rows: Row[] = [];
  const together = new Map<string, number>();
  for (const { row, day, value } of holds.values()) {
    const owner = text(row.scope) === '' ? null : ownerOf(text(row.scope));
    if (owner === null) continue;
    const key = JSON.stringify([row.kpi, day]);
    together.set(key, (together.get(key) ?? 0) + value);
    if (value !== 0) rows.push({ _source: sourceOf(owner), kpi: row.kpi ?? null, owner_id: owner.id ?? null, day, value });
  }
  for (const { row, day, value } of holds.values()) {
    if (text(row.scope) !== '') continue;
    const rest = value - (together.get(JSON.stringify([row.kpi, day])) ?? 0);
    if (rest !== 0) rows.push({ _source: sourceOf(row), kpi: row.kpi ?? null, owner_id: null, day, value: rest });
  }
  return rows;
}

/** The last forecast of each owner, category and period by the end of its first day, and what was won. */
export function forecastOutcome(world: World): Row[] {
  const worth = (row: Row, day: string): number | null => inBase(world, row.amount, row.currency, day);
  const key = (row: Row): string => JSON.stringify([sourceOf(row), text(row.category), row.period_start, row.period_end]);
  const said = world
    .live('forecast')
    .filter((row) => (row.amount ?? null) !== null && text(row.period_start) !== '' && text(row.period_start) <= text(row.period_end))
    .filter((row) => (world.moment(row.made_at)?.day ?? '9999') <= text(row.period_start))
    .sort((a, b) => (world.moment(a.made_at)?.at ?? 0) - (world.moment(b.made_at)?.at ?? 0) || (text(a.id) < text(b.id) ? -1 : 1));
  const byPeople = new Set(said.filter((row) => text(row.owner_id) !== '').map(key));
  const last = new Map(said.map((row) => [JSON.stringify([key(row), text(row.owner_id)]), row]));
  return [...last.values()].flatMap((row) => {
    const amount = worth(row, world.moment(row.made_at)?.day ?? '');
    const owner = text(row.owner_id);
    if (amount === null || (owner === '' && byPeople.has(key(row)))) return [];
    const wins = world
      .live('opportunity')
      .filter((deal) => sourceOf(deal) === sourceOf(row) && deal.status === 'won' && (owner === '' || text(deal.owner_id) === owner))
      .flatMap((deal) => {
        const day = world.moment(deal.closed_at)?.day ?? null;
        const value = day !== null && day >= text(row.period_start) && day <= text(row.period_end) ? worth(deal, day) : null;
        return value === null ? [] : [value];
      });
    return [
      {
        _source: sourceOf(row),
        owner_id: owner === '' ? null : owner,
        category: text(row.category) === '' ? null : text(row.category),
        period_start: row.period_start ?? null,
        period_end: row.period_end ?? null,
        made_at: row.made_at ?? null,
        amount: asMoney(amount),
        won: asMoney(wins.reduce((sum, value) => sum + value, 0)),
        won_deals: wins.length,
      },
    ];
  });
}
