import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { customFolder, readCustomKpi } from '../catalogue.ts';
import { defineOperation, type Frozen } from '../operation.ts';

const versionSchema = z.strictObject({ version: z.int(), text: z.string() });

const output = z.strictObject({
  kpis: z.array(
    z
      .strictObject({
        id: z.string(),
        name: z.string(),
        version: z.int(),
        since: z.iso.date(),
        status: z.enum(['in_force', 'draft']),
        text: z.string().describe('As it was written.'),
        history: z.array(versionSchema).describe('What it was before, the newest first.'),
      })
      .meta({ id: 'OwnKpi' }),
  ),
});

/** The versions kept of a KPI; of one version the text that was last in force. */
async function historyOf(folder: string, id: string): Promise<readonly z.output<typeof versionSchema>[]> {
  const history = join(customFolder(folder), 'history');
  const files = await readdir(history).catch(() => []);
  const kept = files.flatMap((file) => {
    const version = file.startsWith(`${id}.v`) ? /^(\d+)\.yaml$/.exec(file.slice(id.length + 2))?.[1] : undefined;
    return version === undefined ? [] : [{ version: Number(version), file }];
  });
  const sorted = kept.toSorted((left, right) => right.version - left.version);
  return Promise.all(sorted.map(async ({ version, file }) => ({ version, text: await readFile(join(history, file), 'utf8') })));
}

/** The company's own KPIs as they were written, with the versions before. */
export const ownKpisOperation = defineOperation({
  id: 'own_kpis',
  words: {
    es: 'los indicadores propios tal como se escribieron, con sus versiones anteriores',
    en: "the company's own KPIs as they were written, with the versions before",
  },
  input: z.strictObject({ language: z.enum(['es', 'en']) }),
  output,
  rest: { method: 'GET', path: '/own-kpis' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { language }): Promise<Frozen<z.output<typeof output>>> => {
    const { folder } = context.workspace;
    const files = (await readdir(customFolder(folder)).catch(() => [])).filter((file) => /\.ya?ml$/.test(file)).toSorted();
    const kpis = files.map(async (file) => {
      const text = await readFile(join(customFolder(folder), file), 'utf8');
      const { custom, kpi } = readCustomKpi(text, `kpis/${file}`);
      const { version, since, status } = custom;
      return { id: kpi.id, name: kpi.texts[language].name, version, since, status, text, history: await historyOf(folder, kpi.id) };
    });
    return { kpis: await Promise.all(kpis) };
  },
});
