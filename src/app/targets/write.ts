import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../../insights/targets/target.ts';
import { importFiles } from '../../landing/import.ts';
import { CuadroError } from '../../model/error.ts';
import { landingContext } from '../landing.ts';
import type { OperationContext } from '../operation.ts';

/** The source by which what people set in Cuadro itself comes in. */
export const ownSource = 'cuadro';

const columns = ['id', 'kpi', 'scope', 'period_start', 'period_end', 'value', 'low', 'high', 'objective', 'deleted_at'] as const;

const mapping = `mode: delta
files:
  - file: targets.csv
    entity: target
    format: { encoding: utf-8, delimiter: ",", quote: '"', header: true, decimal: ".", dates: YYYY-MM-DD }
    columns:
${columns.map((name) => `      ${name}: ${name}`).join('\n')}
`;

const quoted = (value: string | number | null): string => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`);

/**
 * Targets as one batch of a source, by the way that every other record comes in: kept as it came, undone as any batch, part of what was known when.
 * @param removedAt taken away at this moment; null: set
 * @returns the batch; null: they were so already
 * @throws CuadroError `rows_rejected` for what the model does not take
 */
export async function writeTargets(
  context: OperationContext,
  source: string,
  targets: readonly Omit<Target, 'source'>[],
  removedAt: Temporal.Instant | null,
): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'cuadro-targets-'));
  const removed = removedAt?.toString({ smallestUnit: 'second' }) ?? null;
  const lines = targets.map(({ id, kpi, scope, period, value, low, high, objective }) =>
    [id, kpi, scope, period.start, period.end, value, low, high, objective, removed].map(quoted).join(','),
  );
  try {
    const file = join(folder, 'targets.csv');
    await writeFile(file, `${columns.join(',')}\n${lines.join('\n')}\n`, { mode: 0o600 });
    const { batch, entities } = await importFiles(landingContext(context), {
      paths: [file],
      mapping: { text: mapping, file: 'targets' },
      suggest: null,
      source,
      mode: null,
      dryRun: false,
      // All of them or none.
      strict: true,
    });
    const rejected = entities.reduce((sum, one) => sum + one.rejected, 0);
    if (rejected > 0) throw new CuadroError({ code: 'target_refused', where: 'target', found: String(rejected) });
    return batch;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
