import { z } from 'zod';
import { asCuadroError, renderError } from '../../i18n/errors.ts';
import { checkAudit, checkBackups, checkJobs, checkStore } from '../doctor/data.ts';
import { type Finding, failure, fine } from '../doctor/finding.ts';
import { checkClock, checkDisk, checkFiles, checkMemory, checkNode } from '../doctor/machine.ts';
import { checkAddress, checkMail, checkSso } from '../doctor/network.ts';
import { tellFindings } from '../doctor/tell.ts';
import { defineOperation, type Frozen } from '../operation.ts';

const output = z.strictObject({
  findings: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['ok', 'warning', 'error']),
      what: z.string(),
      why: z.string().describe('Why it matters; empty for what is well.'),
      fix: z.string(),
    }),
  ),
});

/** What is wrong with an installation that runs; `cuadro doctor` also looks at one that does not. */
export const examineOperation = defineOperation({
  id: 'examine',
  words: { es: 'examina la instalación: qué va mal y cómo se arregla', en: 'examine the installation: what is wrong and how to mend it' },
  input: z.strictObject({ language: z.enum(['es', 'en']) }),
  output,
  rest: { method: 'GET', path: '/installation' },
  effect: 'read',
  on: 'warehouse',
  permission: 'installation',
  audit: (_, { findings }) => ({ rows: findings.length }),
  run: async ({ workspace: { folder, config }, database, store, now }, { language }): Promise<Frozen<z.output<typeof output>>> => {
    const at = now();
    const findings: Finding[] = [checkNode(process.versions.node), checkMemory()];
    // What cannot be looked at is a finding, and stops nothing else.
    const attempt = async (code: string, work: () => Promise<readonly Finding[]>): Promise<void> => {
      try {
        findings.push(...(await work()));
      } catch (thrown) {
        const { message, fix, where } = renderError(asCuadroError(thrown), language);
        findings.push(failure(code, { message, fix: fix ?? '', where: where ?? '' }));
      }
    };
    await attempt('disk_unknown', async () => [checkDisk(folder), ...checkFiles(folder), checkClock(folder, at)]);
    await attempt('warehouse_wrong', async () => {
      await database.readers.run('select 1 as one');
      return [fine('warehouse')];
    });
    await attempt('store_wrong', async () => {
      const opened = await store();
      return [await checkStore(opened), await checkAudit(opened), await checkBackups(opened, config, at), ...(await checkJobs(opened, at))];
    });
    await attempt('network_unknown', async () => [...checkAddress(config), await checkMail(config), await checkSso(config)]);
    return { findings: [...tellFindings(findings, language)] };
  },
});
