import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kpi } from '../../kpis/kpi.ts';
import { customFolder, readCustomKpi } from '../catalogue.ts';

/** An earlier version of a KPI of the company's own, as `define` kept it; null: it kept none. */
export async function versionOfOwn(folder: string, id: string, version: number): Promise<Kpi | null> {
  if (!/^[a-z][a-z0-9_]*$/.test(id)) return null;
  const name = `${id}.v${version}.yaml`;
  const text = await readFile(join(customFolder(folder), 'history', name), 'utf8').catch(() => null);
  return text === null ? null : readCustomKpi(text, `kpis/history/${name}`).kpi;
}
