import type { Target } from '../../insights/targets/target.ts';
import type { Engine } from '../../metrics/engine.ts';
import { dayOf, numberOf, textOf } from '../read-cell.ts';

/** Every target that is set: of all sources, as one list. What of it somebody may see says `visible.ts`. */
export async function readTargets({ catalog, dialect, run }: Engine): Promise<readonly Target[]> {
  if (catalog.rows('target') === 0) return [];
  const rows =
    await run(`select _source, id, kpi, scope, ${dialect.asText('period_start', 'date')} as first_day, ${dialect.asText('period_end', 'date')} as last_day,
  ${['value', 'low', 'high'].map((name) => `${dialect.double(name)} as ${dialect.identifier(name)}`).join(', ')}, objective
from ${catalog.relation('target')}
where deleted_at is null and merged_into_id is null and coalesce(is_test, ${dialect.boolean(false)}) = ${dialect.boolean(false)}
order by kpi, scope, period_start, id, _source`);
  return rows.flatMap((row): Target[] => {
    const [kpi, start, end] = [textOf(row.kpi), dayOf(row.first_day), dayOf(row.last_day)];
    if (kpi === null || start === null || end === null || start > end) return [];
    const [value, low, high] = [numberOf(row.value), numberOf(row.low), numberOf(row.high)];
    if (value === null && low === null && high === null) return [];
    return [
      {
        id: String(row.id),
        source: String(row._source),
        kpi,
        scope: textOf(row.scope),
        period: { start, end },
        value,
        low,
        high,
        objective: textOf(row.objective),
      },
    ];
  });
}
