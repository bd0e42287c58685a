import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { CuadroError } from '../../model/error.ts';
import { defaultConfig } from '../config/schema.ts';
import { parseSettings } from './settings-file.ts';
import { settingsTemplate } from './template.ts';
import { settingsFile, type Workspace } from './workspace.ts';

/** Where the money and the clock are, where only the country is known. */
const byCountry: Readonly<Record<string, { readonly timezone: string; readonly currency: string }>> = {
  ES: { timezone: 'Europe/Madrid', currency: 'EUR' },
  MX: { timezone: 'America/Mexico_City', currency: 'MXN' },
  CO: { timezone: 'America/Bogota', currency: 'COP' },
  AR: { timezone: 'America/Argentina/Buenos_Aires', currency: 'ARS' },
  CL: { timezone: 'America/Santiago', currency: 'CLP' },
  PE: { timezone: 'America/Lima', currency: 'PEN' },
  EC: { timezone: 'America/Guayaquil', currency: 'USD' },
  UY: { timezone: 'America/Montevideo', currency: 'UYU' },
  CR: { timezone: 'America/Costa_Rica', currency: 'CRC' },
  GB: { timezone: 'Europe/London', currency: 'GBP' },
  IE: { timezone: 'Europe/Dublin', currency: 'EUR' },
  US: { timezone: 'America/New_York', currency: 'USD' },
};

export interface NewWorkspace {
  readonly name: string | null;
  readonly locale: string | null;
  readonly timezone: string | null;
  readonly currency: string | null;
}

/**
 * Makes the folder and its `cuadro.yaml`; the warehouse comes with the first opening.
 * @throws CuadroError `workspace_exists`, `settings_invalid`
 */
export async function createWorkspace(folder: string, wanted: NewWorkspace): Promise<Workspace> {
  const file = settingsFile(folder);
  if (existsSync(file)) throw new CuadroError({ code: 'workspace_exists', where: folder });
  const locale = wanted.locale ?? 'es-ES';
  const country = byCountry[locale.split('-')[1] ?? 'ES'];
  const basics = {
    name: wanted.name ?? 'Cuadro',
    locale,
    timezone: wanted.timezone ?? country?.timezone ?? 'Europe/Madrid',
    currency: wanted.currency ?? country?.currency ?? 'EUR',
  };
  const text = settingsTemplate(basics);
  const settings = parseSettings(text, file);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(file, text, { flag: 'wx' });
  } catch (cause) {
    throw new CuadroError({ code: 'folder_not_writable', where: folder, found: cause instanceof Error ? cause.message : '', cause });
  }
  return { folder, settings, config: defaultConfig };
}
