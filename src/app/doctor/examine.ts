import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asCuadroError, renderError } from '../../i18n/errors.ts';
import type { Language } from '../../i18n/language.ts';
import { openStore } from '../../store/open.ts';
import { storeUrlOf } from '../config/store-url.ts';
import type { Environment } from '../config/values.ts';
import { readWorkspace } from '../workspace/read.ts';
import { settingsFile, type Workspace } from '../workspace/workspace.ts';
import { checkAudit, checkBackups, checkJobs, checkOutbox, checkStore } from './data.ts';
import { type Finding, failure, fine } from './finding.ts';
import { checkClock, checkDisk, checkFiles, checkMemory, checkNode } from './machine.ts';
import { checkAddress, checkMail, checkPort, checkSso } from './network.ts';

export interface Examined {
  readonly folder: string;
  readonly env: Environment;
  readonly now: Temporal.Instant;
  readonly language: Language;
  /** Asks something small of the warehouse, through the server when one runs. @throws CuadroError */
  readonly askWarehouse: () => Promise<unknown>;
}

/** Looks at an installation part by part; what cannot be looked at is a finding and stops nothing else. */
export async function examine({ folder, env, now, language, askWarehouse }: Examined): Promise<readonly Finding[]> {
  const findings: Finding[] = [checkNode(process.versions.node), checkMemory()];
  const attempt = async (code: string, work: () => Promise<readonly Finding[]> | readonly Finding[]): Promise<void> => {
    try {
      findings.push(...(await work()));
    } catch (thrown) {
      const { message, fix, where } = renderError(asCuadroError(thrown), language);
      findings.push(failure(code, { message, fix: fix ?? '', where: where ?? '' }));
    }
  };
  if (!existsSync(settingsFile(folder))) return [...findings, failure('workspace_none', { path: folder })];
  await attempt('disk_unknown', () => [checkDisk(folder), ...checkFiles(folder), checkClock(folder, now)]);
  let workspace: Workspace | null = null;
  await attempt('config_wrong', async () => {
    workspace = await readWorkspace(folder, env);
    return [fine('config')];
  });
  const config = (workspace as Workspace | null)?.config ?? null;
  await attempt('warehouse_wrong', async () => {
    await askWarehouse();
    return [fine('warehouse')];
  });
  await attempt('store_wrong', async () => {
    const store = await openStore(folder, storeUrlOf(env));
    try {
      const own: Finding[] = [await checkStore(store), await checkAudit(store)];
      if (config) own.push(await checkBackups(store, config, now));
      return [...own, ...(await checkJobs(store, now)), ...(await checkOutbox(store, now))];
    } finally {
      await store.close();
    }
  });
  if (config) {
    await attempt('network_unknown', async () => [
      ...checkAddress(config),
      await checkPort(config, existsSync(join(folder, 'server.sock'))),
      await checkMail(config),
      await checkSso(config),
    ]);
  }
  return findings;
}
