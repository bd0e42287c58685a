import type { Owner } from '../../metrics/sight.ts';
import type { Rows } from './rows.ts';

/** A user of a CRM, as far as it matters for who works with whom. */
export interface Colleague extends Owner {
  readonly team: string | null;
  readonly office: string | null;
  readonly department: string | null;
  readonly manager: string | null;
}

/**
 * The users of a connection whose rows someone may see: their own, those of whoever shares their team, office or department, and those of
 * whoever reports to them, directly or through others. Those who have left and records that were merged count: their rows are still there.
 * @returns none where nobody is linked or the user is not known
 */
export function usersWithin(rows: Exclude<Rows, { kind: 'all' | 'segment' }>, all: readonly Colleague[]): readonly Owner[] {
  const { user } = rows;
  if (user === null) return [];
  const own = { source: user.source, id: user.id };
  if (rows.kind === 'own') return [own];
  const unit = rows.kind;
  const here = all.filter(({ source }) => source === user.source);
  const self = here.find(({ id }) => id === user.id);
  const found = new Set([user.id]);
  if (self && self[unit] !== null) for (const one of here) if (one[unit] === self[unit]) found.add(one.id);
  const reports = Map.groupBy(here, ({ manager }) => manager);
  const waiting = [user.id];
  const seen = new Set(waiting);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const { id } of reports.get(next) ?? []) {
      if (seen.has(id)) continue;
      seen.add(id);
      found.add(id);
      waiting.push(id);
    }
  }
  return [...found].sort().map((id) => ({ source: user.source, id }));
}
