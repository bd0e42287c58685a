import type { Target } from '../../insights/targets/target.ts';
import type { OperationContext } from '../operation.ts';
import { writeOwnRecords } from '../own-records.ts';

const columns = ['id', 'kpi', 'scope', 'period_start', 'period_end', 'value', 'low', 'high', 'objective', 'deleted_at'] as const;

/**
 * Targets as one batch of a source.
 * @param removedAt taken away at this moment; null: set
 * @returns the batch; null: they were so already
 * @throws CuadroError `rows_rejected` for what the model does not take
 */
export function writeTargets(
  context: OperationContext,
  source: string,
  targets: readonly Omit<Target, 'source'>[],
  removedAt: Temporal.Instant | null,
): Promise<string | null> {
  const removed = removedAt?.toString({ smallestUnit: 'second' }) ?? null;
  const rows = targets.map(({ id, kpi, scope, period, value, low, high, objective }) => [
    ...[id, kpi, scope, period.start, period.end, value, low, high, objective, removed],
  ]);
  return writeOwnRecords(context, { source, entity: 'target', columns, rows, refused: 'target_refused' });
}
