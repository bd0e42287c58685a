import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { kpis as shipped } from '../kpis/catalogue.ts';
import { customKpi } from '../kpis/custom/define.ts';
import { type CustomKpi, customKpiSchema } from '../kpis/custom/schema.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { CuadroError } from '../model/error.ts';
import type { Settings } from '../model/settings.ts';
import { describeIssue } from './issue.ts';
import { nearest } from './nearest.ts';
import type { Workspace } from './workspace/workspace.ts';
import { parseYaml } from './workspace/yaml.ts';

/** The KPIs of a workspace: those that come with Cuadro, then the company's own. */
export interface Catalogue {
  readonly kpis: ReadonlyMap<string, Kpi>;
  /**
   * A KPI by its id or reference.
   * @param where the place that named it, for the error
   * @throws CuadroError `unknown_kpi`, with the nearest name
   */
  find(id: string, where?: string): Kpi;
}

/** Where a workspace keeps the KPIs of its own, one file each. */
export const customFolder = (folder: string): string => join(folder, 'kpis');

/**
 * @param name shown in errors
 * @throws CuadroError `kpi_not_yaml`, `kpi_invalid`: the line, what is there and what may be
 */
export function parseCustomKpi(text: string, name: string): CustomKpi {
  const { content, lineOf } = parseYaml(text, name, 'kpi_not_yaml');
  const parsed = customKpiSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const { path, expected, found } = describeIssue(parsed.error, content, Object.keys(customKpiSchema.shape));
  throw new CuadroError({ code: 'kpi_invalid', where: `${name}${lineOf(path)}${path ? ` (${path})` : ''}`, expected, found });
}

/** @throws CuadroError as `parseCustomKpi`, with the file in front of the place */
export function readCustomKpi(text: string, name: string): { readonly custom: CustomKpi; readonly kpi: Kpi } {
  const custom = parseCustomKpi(text, name);
  try {
    return { custom, kpi: customKpi(custom) };
  } catch (error) {
    if (!(error instanceof CuadroError) || error.code !== 'kpi_invalid') throw error;
    throw new CuadroError({
      code: error.code,
      where: `${name} (${error.where})`,
      found: error.found ?? '',
      expected: error.expected ?? '',
    });
  }
}

async function ownKpis(folder: string): Promise<readonly Kpi[]> {
  const files = (await readdir(customFolder(folder)).catch(() => [])).filter((file) => /\.ya?ml$/.test(file)).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const { kpi } = readCustomKpi(await readFile(join(customFolder(folder), file), 'utf8'), `kpis/${file}`);
      if (shipped.has(kpi.id)) throw new CuadroError({ code: 'kpi_id_taken', where: `kpis/${file}`, found: kpi.id });
      return kpi;
    }),
  );
}

/** Parameters of a KPI that there is not change nothing: whoever wrote them meant another. */
function checkParameters({ kpis: stated }: Settings, catalogue: Catalogue): void {
  for (const id of Object.keys(stated)) catalogue.find(id, `cuadro.yaml (kpis.${id})`);
}

const known = new Map<string, { readonly changed: number; readonly own: readonly Kpi[] }>();

/** Changes when any of the company's own KPIs does; 0 without any. */
export async function ownKpisMark(folder: string): Promise<number> {
  const files = await readdir(customFolder(folder)).catch(() => []);
  const times = await Promise.all(files.map(async (file) => (await stat(join(customFolder(folder), file))).mtimeMs));
  return Math.max(0, ...times) + files.length;
}

/**
 * @throws CuadroError `unknown_kpi` for parameters in the settings of a KPI that there is not; `kpi_invalid`, `kpi_not_yaml`,
 * `kpi_id_taken` for a file of the company's own
 */
export async function catalogueOf({ folder, settings }: Workspace): Promise<Catalogue> {
  const changed = await ownKpisMark(folder);
  const kept = known.get(folder);
  const own = kept?.changed === changed ? kept.own : await ownKpis(folder);
  known.set(folder, { changed, own });
  const kpis = own.length === 0 ? shipped : new Map([...shipped, ...own.map((kpi) => [kpi.id, kpi] as const)]);
  const catalogue: Catalogue = {
    kpis,
    find: (id, where = '--kpi') => {
      const kpi = kpis.get(id) ?? [...kpis.values()].find(({ ref }) => ref === id);
      if (kpi) return kpi;
      const guess = nearest(id, [...kpis.keys()]);
      throw new CuadroError({ code: 'unknown_kpi', where, found: id, ...(guess ? { expected: guess } : {}) });
    },
  };
  checkParameters(settings, catalogue);
  return catalogue;
}
