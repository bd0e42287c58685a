import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { storeFile } from '../../store/open.ts';
import { warehouseFile } from '../../warehouse/duckdb/database.ts';
import { secretFile } from '../people/secret.ts';
import { settingsFile } from '../workspace/workspace.ts';
import { type Finding, failure, fine, warning } from './finding.ts';

const leastMajor = 26;
const gigabyte = 1e9;

export const checkNode = (version: string): Finding => {
  const major = Number(version.split('.')[0]);
  return major >= leastMajor ? fine('node', { version }) : failure('node_old', { version, least: leastMajor });
};

export const checkMemory = (): Finding => {
  const gigabytes = Math.round(totalmem() / 1e8) / 10;
  return gigabytes >= 2 ? fine('memory', { gigabytes }) : warning('memory_low', { gigabytes });
};

/** A backup and an import each need about as much again as the workspace. */
export function checkDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.round((bavail * bsize) / 1e8) / 10;
  const warehouse = join(folder, warehouseFile);
  const needed = Math.max(1, Math.round(((existsSync(warehouse) ? statSync(warehouse).size : 0) * 2) / 1e8) / 10);
  if (free * gigabyte < 200e6) return failure('disk_full', { free });
  return free < needed ? warning('disk_low', { free, needed }) : fine('disk', { free });
}

/** What holds secrets or people may be read by its owner only; everything must be writable. */
export function checkFiles(folder: string): readonly Finding[] {
  const findings: Finding[] = [];
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    findings.push(failure('folder_denied', { path: folder }));
  }
  if (process.platform !== 'win32') {
    for (const path of [join(folder, storeFile), secretFile(folder), join(folder, 'erasure.key')]) {
      if (existsSync(path) && (statSync(path).mode & 0o077) !== 0) findings.push(failure('file_exposed', { path }));
    }
    for (const path of [join(folder, warehouseFile), join(folder, 'landing')]) {
      // A folder that others may not enter covers what is in it.
      if (existsSync(path) && (statSync(folder).mode & 0o007) !== 0 && (statSync(path).mode & 0o004) !== 0)
        findings.push(warning('data_exposed', { path, folder }));
    }
    if (existsSync(settingsFile(folder)) && (statSync(settingsFile(folder)).mode & 0o002) !== 0)
      findings.push(failure('settings_open', { path: settingsFile(folder) }));
  }
  return findings.length > 0 ? findings : [fine('files')];
}

/** A clock that is far off makes tokens, second factors and the audit log wrong. */
export function checkClock(folder: string, now: Temporal.Instant): Finding {
  if (now.epochMilliseconds < Date.UTC(2026, 0, 1)) return failure('clock_past', { now: now.toString({ smallestUnit: 'second' }) });
  for (const name of [storeFile, warehouseFile]) {
    const path = join(folder, name);
    if (existsSync(path) && statSync(path).mtimeMs > now.epochMilliseconds + 3_600_000)
      return warning('clock_behind', { now: now.toString({ smallestUnit: 'second' }), path });
  }
  return fine('clock', { zone: Temporal.Now.timeZoneId() });
}
