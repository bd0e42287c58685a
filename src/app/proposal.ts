import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kpis as shipped } from '../kpis/catalogue.ts';
import type { CustomKpi } from '../kpis/custom/schema.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { resolveKpi } from '../kpis/resolve.ts';
import type { Engine } from '../metrics/engine.ts';
import { CuadroError } from '../model/error.ts';
import { catalogueOf, customFolder, parseCustomKpi, readCustomKpi } from './catalogue.ts';
import { openEngine } from './engine.ts';
import type { OperationContext } from './operation.ts';
import { checkDefinition } from './rights/seen.ts';

/** A KPI of the company's own as it is written, read and found sound, but for its examples. */
export interface Proposal {
  readonly custom: CustomKpi;
  readonly kpi: Kpi;
  /** The text that is there now; null for a new one. */
  readonly before: string | null;
  /** What the author may see of the workspace. */
  readonly engine: Engine;
}

export const fileOfOwn = (folder: string, id: string): string => join(customFolder(folder), `${id}.yaml`);

const formulaOf = (text: string, name: string): string => JSON.stringify(parseCustomKpi(text, name).metric);

/**
 * Reads a definition and looks whether it would do here.
 * @param name of its file, for errors
 * @throws CuadroError `kpi_not_yaml`, `kpi_invalid`, `kpi_id_taken`, `unknown_kpi`, `kpi_version_kept`, `field_hidden`
 */
export async function readProposal(context: OperationContext, { text, name }: { text: string; name: string }): Promise<Proposal> {
  const { folder } = context.workspace;
  const { custom, kpi } = readCustomKpi(text, name);
  if (shipped.has(kpi.id)) throw new CuadroError({ code: 'kpi_id_taken', where: `${name} (id)`, found: kpi.id });
  const { kpis } = await catalogueOf(context.workspace);
  for (const [key, ids] of Object.entries({ guards: custom.guards, partner: custom.partner === null ? [] : [custom.partner] })) {
    const stranger = ids.find((id) => id !== kpi.id && !kpis.has(id));
    if (stranger !== undefined) throw new CuadroError({ code: 'unknown_kpi', where: `${name} (${key})`, found: stranger });
  }
  const before = await readFile(fileOfOwn(folder, kpi.id), 'utf8').catch(() => null);
  if (before !== null && formulaOf(before, `kpis/${kpi.id}.yaml`) !== JSON.stringify(custom.metric)) {
    const { version } = parseCustomKpi(before, `kpis/${kpi.id}.yaml`);
    if (custom.version <= version) {
      throw new CuadroError({ code: 'kpi_version_kept', where: `${name} (version)`, found: kpi.id, expected: `≥ ${version + 1}` });
    }
  }
  const engine = await openEngine(context, {});
  for (const variant of Object.keys(kpi.variants))
    checkDefinition(resolveKpi(kpi, engine.catalog, { variant, by: [], where: [] }), engine.catalog);
  return { custom, kpi, before, engine };
}
