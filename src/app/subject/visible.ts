import type { Asked } from '../../metrics/asked.ts';
import type { Engine } from '../../metrics/engine.ts';
import { amountsIn } from '../../metrics/plan/amounts.ts';
import { grouped } from '../../metrics/plan/dimensions-of.ts';
import { isHiddenAmount, isMasked } from '../../metrics/plan/hidden.ts';
import { resolvePath } from '../../metrics/plan/path.ts';
import { isRefused } from '../../metrics/plan/refusal.ts';
import type { Condition } from '../../model/condition.ts';
import { openTotals } from '../rights/totals.ts';

/** A colleague, as far as it matters for whose targets someone may see. */
interface Person {
  readonly source: string;
  readonly id: string;
  readonly name: string | null;
  readonly team: string | null;
  readonly office: string | null;
  readonly department: string | null;
}

const units = ['name', 'team', 'office', 'department'] as const;

export async function readPeople({ catalog, run }: Engine): Promise<readonly Person[]> {
  if (catalog.rows('user') === 0) return [];
  const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
  const rows = await run(`select _source, id, name, team, office, department from ${catalog.relation('user')}`);
  return rows.map((row) => ({
    source: String(row._source),
    id: String(row.id),
    name: text(row.name),
    team: text(row.team),
    office: text(row.office),
    department: text(row.department),
  }));
}

/** Whether all whom a scope means are among those whose rows one sees: oneself, all of one's team. */
function isWithin({ dimension, value }: Condition, engine: Engine, people: readonly Person[]): boolean {
  const limit = engine.catalog.sight?.rows;
  const unit = units.find((one) => dimension === `owner.${one}`);
  if (limit?.kind !== 'users' || unit === undefined) return false;
  const meant = people.filter((person) => person[unit] === value);
  const seen = new Set(limit.users.map(({ source, id }) => JSON.stringify([source, id])));
  return meant.length > 0 && meant.every(({ source, id }) => seen.has(JSON.stringify([source, id])));
}

/** Whether a condition compares what is hidden from whoever asks: its answers would tell it. */
const isHidden = ({ dimension }: Condition, { metric }: Asked, { catalog }: Engine): boolean =>
  grouped(metric).some(({ dataset }) => {
    const holder = resolvePath(dataset, dimension, catalog);
    return holder !== null && (isMasked(holder, catalog) || isHiddenAmount(holder, catalog));
  });

/**
 * The engine by which a target may be held against what was reached; null: whoever asks may not see the target either. A target tells of all that it is set for: whoever sees only
 * some rows sees those of themselves and of the people whose rows they see, and the others' where totals are open to all. Where amounts are hidden, so are targets in money.
 */
export function engineFor(asked: Asked, conditions: readonly Condition[], opened: Engine, people: readonly Person[]): Engine | null {
  const { catalog } = opened;
  const { sight } = catalog;
  if (!sight) return opened;
  if (amountsIn(asked.metric, asked.unit ?? null, catalog) !== 'nowhere') return null;
  if (conditions.some((condition) => isHidden(condition, asked, opened))) return null;
  if (sight.rows === null) return isRefused(asked, catalog) ? null : opened;
  const total = openTotals(opened, { metrics: [asked.metric], by: [], where: conditions });
  if (total !== opened) return isRefused(asked, total.catalog) ? null : total;
  const [only, ...others] = conditions;
  const isOwn = only !== undefined && others.length === 0 && isWithin(only, opened, people);
  return isOwn && !isRefused(asked, catalog) ? opened : null;
}
