import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles } from '../landing/import.ts';
import { CuadroError } from '../model/error.ts';
import { ownPrefix } from '../model/own-records.ts';
import { landingContext } from './landing.ts';
import type { OperationContext } from './operation.ts';

/** The source by which what people write in Cuadro itself comes in. */
export const ownSource = 'cuadro';

/** The id of a record of ours among those of another source, whose own exports never have it. */
export const ownId = (id: string): string => `${ownPrefix}${id}`;

export interface OwnRecords {
  readonly source: string;
  readonly entity: string;
  /** Fields of the model. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** The error where the model does not take them. */
  readonly refused: string;
}

const mappingOf = (entity: string, columns: readonly string[]): string => `mode: delta
files:
  - file: ${entity}.csv
    entity: ${entity}
    format: { encoding: utf-8, delimiter: ",", quote: '"', header: true, decimal: ".", dates: YYYY-MM-DD }
    columns:
${columns.map((name) => `      ${name}: ${name}`).join('\n')}
`;

const quoted = (value: string | number | null): string => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`);

/**
 * Records as one batch of a source, by the way that every other record comes in: kept as they came, undone as any batch, part of what was known when.
 * @returns the batch; null: they were so already
 * @throws CuadroError `refused`, `rows_rejected` for what the model does not take
 */
export async function writeOwnRecords(
  context: OperationContext,
  { source, entity, columns, rows, refused }: OwnRecords,
): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'cuadro-own-'));
  const lines = rows.map((row) => row.map(quoted).join(','));
  try {
    const file = join(folder, `${entity}.csv`);
    await writeFile(file, `${columns.join(',')}\n${lines.join('\n')}\n`, { mode: 0o600 });
    const { batch, entities } = await importFiles(landingContext(context), {
      paths: [file],
      mapping: { text: mappingOf(entity, columns), file: `${entity}s` },
      suggest: null,
      source,
      mode: null,
      dryRun: false,
      // All of them or none.
      strict: true,
    });
    const rejected = entities.reduce((sum, one) => sum + one.rejected, 0);
    if (rejected > 0) throw new CuadroError({ code: refused, where: entity, found: String(rejected) });
    return batch;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
