import { createHash } from 'node:crypto';
import { z } from 'zod';
import { duckdbPlaces } from '../../warehouse/world/places.ts';
import { readRevision } from '../../warehouse/world/versions.ts';
import { evaluateAll } from '../alerts/evaluate.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';

const input = z.strictObject({
  to: z.iso.date().optional().describe('As from the end of this day. Default: the last that the data of each KPI cover.'),
});

const output = z.strictObject({
  mark: z.string().describe('Changes when the data do.'),
  rules: countSchema.describe('That hold.'),
  watched: countSchema.describe('Rules in their scopes: a rule for each product is one for each.'),
  fired: countSchema.describe('That fire now.'),
  told: countSchema.describe('Of which somebody was told this time.'),
  escalated: countSchema,
});

export type EvaluateAlertsOutput = Frozen<z.output<typeof output>>;

/** Judges every rule by the data as they are, and tells whom it concerns. */
export const evaluateAlertsOperation = defineOperation({
  id: 'evaluate_alerts',
  words: { es: 'revisa las alertas con los datos de ahora y avisa', en: 'judge the alerts by the data as they are now, and tell' },
  input,
  output,
  rest: { method: 'POST', path: '/alerts/evaluation' },
  effect: 'write',
  on: 'both',
  lane: 'long',
  permission: 'data.write',
  audit: (_, { watched, told }) => ({ rows: watched, told }),
  run: async (context, { to }): Promise<EvaluateAlertsOutput> => {
    const { run } = context.database.session;
    const revision = await readRevision(run, await duckdbPlaces(run));
    const mark = createHash('sha256').update(JSON.stringify(revision)).digest('hex').slice(0, 16);
    return { mark, ...(await evaluateAll(context, to)) };
  },
});
