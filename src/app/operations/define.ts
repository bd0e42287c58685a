import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { kpis as shipped } from '../../kpis/catalogue.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import { CuadroError } from '../../model/error.ts';
import { catalogueOf, customFolder, parseCustomKpi } from '../catalogue.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { exampleSchema } from '../output/example.ts';
import { fileOfOwn, readProposal } from '../proposal.ts';
import { noteDefinitionsNow } from '../reviews/note.ts';
import { type ExampleResult, runExamples } from '../worked-examples.ts';

const input = z.union([
  z.strictObject({
    /** The file's content and its name, for errors. */
    text: z.string(),
    name: z.string(),
    /** Only say whether it would do. */
    check: z.boolean().default(false),
  }),
  z.strictObject({ remove: z.string().min(1) }),
]);

const output = z.strictObject({
  kpi: z.string(),
  version: z.int(),
  status: z.enum(['in_force', 'draft']).describe('draft: its examples need not hold yet.'),
  outcome: z
    .enum(['created', 'updated', 'unchanged', 'checked', 'removed'])
    .describe('checked: nothing was written; unchanged: it was there, word for word.'),
  examples: z.array(exampleSchema),
  computable: z.boolean(),
  missing: z.array(z.string()),
});

export type DefineOutput = Frozen<z.output<typeof output>>;

/** Puts a file in place whole: a reader sees the old one or the new one. */
async function write(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, text);
  await rename(draft, file);
}

/** The examples of a draft need not hold yet. @throws CuadroError `kpi_example_failed` */
function requireHeld(kpi: Kpi, examples: readonly ExampleResult[]): void {
  const failed = examples.find(({ differences }) => differences.length > 0);
  if (!failed || kpi.draft === true) return;
  const [first] = failed.differences;
  throw new CuadroError({
    code: 'kpi_example_failed',
    where: `${kpi.id}: ${failed.name}`,
    expected: first?.expected ?? '',
    found: first?.found ?? '',
  });
}

/** Saves a KPI of the company's own, after its worked examples were run, and keeps the version before it; or takes one out. */
export const defineKpiOperation = defineOperation({
  id: 'define',
  words: {
    es: 'guarda un indicador propio tras comprobar sus ejemplos, o lo retira',
    en: 'save a KPI of your own after running its examples, or take it out',
  },
  input,
  output,
  rest: { method: 'POST', path: '/kpis' },
  effect: 'write',
  on: 'warehouse',
  permission: 'catalogue.write',
  run: async (context, asked): Promise<DefineOutput> => {
    const { folder } = context.workspace;
    if ('remove' in asked) {
      const kpi = (await catalogueOf(context.workspace)).find(asked.remove, 'ID');
      if (shipped.has(kpi.id)) throw new CuadroError({ code: 'kpi_not_own', where: 'ID', found: kpi.id });
      await keep(folder, kpi.id, kpi.version.number);
      await rm(fileOfOwn(folder, kpi.id));
      const { number: version } = kpi.version;
      return {
        kpi: kpi.id,
        version,
        status: kpi.draft === true ? 'draft' : 'in_force',
        outcome: 'removed',
        examples: [],
        computable: false,
        missing: [],
      };
    }
    const { custom, kpi, before, engine } = await readProposal(context, asked);
    const examples = await runExamples(kpi, context.workspace.settings);
    requireHeld(kpi, examples);
    const { missing } = resolveKpi(kpi, engine.catalog, { by: [], where: [] });
    const outcome = asked.check ? 'checked' : before === null ? 'created' : before === asked.text ? 'unchanged' : 'updated';
    if (outcome === 'created' || outcome === 'updated') {
      await mkdir(customFolder(folder), { recursive: true });
      await noteDefinitionsNow(context);
      if (before !== null) await keep(folder, kpi.id, parseCustomKpi(before, kpi.id).version);
      await write(fileOfOwn(folder, kpi.id), asked.text);
      await noteDefinitionsNow(context);
    }
    return { kpi: kpi.id, version: custom.version, status: custom.status, outcome, examples, computable: missing.length === 0, missing };
  },
});

/** The version that goes is kept beside: a number once reported can be worked out again. */
async function keep(folder: string, id: string, version: number): Promise<void> {
  const history = join(customFolder(folder), 'history');
  await mkdir(history, { recursive: true });
  await write(join(history, `${id}.v${version}.yaml`), await readFile(fileOfOwn(folder, id), 'utf8'));
}
