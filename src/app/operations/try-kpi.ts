import { z } from 'zod';
import { resolveKpi } from '../../kpis/resolve.ts';
import { answer } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { cellSchema } from '../output/cell.ts';
import { exampleSchema } from '../output/example.ts';
import { directionSchema, kpiGrainSchema, unitSchema } from '../output/kpi.ts';
import { readProposal } from '../proposal.ts';
import { runExamples } from '../worked-examples.ts';

/** So many of its last periods are shown. */
const shownPeriods = 6;

const output = z.strictObject({
  kpi: z.string(),
  name: z.string(),
  unit: unitSchema,
  grain: kpiGrainSchema,
  direction: directionSchema,
  version: z.int(),
  status: z.enum(['in_force', 'draft']),
  replaces: z.boolean().describe('Whether one of this id is there already.'),
  examples: z.array(z.strictObject({ ...exampleSchema.shape, because: z.string() })),
  computable: z.boolean(),
  missing: z.array(z.string()),
  cells: z.array(cellSchema).describe(`Its last periods on the company's data, ${shownPeriods} at most.`),
});

/** A definition that is being written: whether it holds, and what it would say. Nothing is kept. */
export const tryKpiOperation = defineOperation({
  id: 'try_kpi',
  words: {
    es: 'prueba un indicador propio sin guardarlo: sus ejemplos y sus últimos valores',
    en: 'try a KPI of your own without saving it: its examples and its last values',
  },
  input: z.strictObject({ text: z.string().max(100_000), name: z.string().min(1).default('kpi.yaml'), language: z.enum(['es', 'en']) }),
  output,
  rest: { method: 'POST', path: '/kpis/trials' },
  effect: 'read',
  on: 'warehouse',
  lane: 'long',
  permission: 'kpi.read',
  run: async (context, { language, ...asked }): Promise<Frozen<z.output<typeof output>>> => {
    const { custom, kpi, before, engine } = await readProposal(context, asked);
    const examples = await runExamples(kpi, context.workspace.settings);
    const query = querySchema.parse({ kpis: [kpi.id], grain: kpi.grain });
    const resolved = resolveKpi(kpi, engine.catalog, query);
    // Never opened to totals: who writes a definition can name in it whose rows it counts.
    const cells = resolved.missing.length === 0 ? (await answer(query, [resolved], engine)).cells : [];
    return {
      kpi: kpi.id,
      name: kpi.texts[language].name,
      unit: kpi.unit,
      grain: kpi.grain,
      direction: kpi.direction,
      version: custom.version,
      status: custom.status,
      replaces: before !== null,
      examples: examples.map((one, index) => ({ ...one, because: kpi.examples[index]?.because ?? '' })),
      computable: resolved.missing.length === 0,
      missing: resolved.missing,
      cells: cells.slice(-shownPeriods),
    };
  },
});
