import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Kpi } from '../../kpis/kpi.ts';
import { missingFields, needsOf, resolveKpi } from '../../kpis/resolve.ts';
import { answer } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import { CuadroError } from '../../model/error.ts';
import { duckdbPlaces } from '../../warehouse/world/places.ts';
import { readRevision } from '../../warehouse/world/versions.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { remember } from '../known/remember.ts';
import { defineOperation, type Frozen, type OperationContext } from '../operation.ts';
import { countSchema } from '../output/period.ts';

const input = z.strictObject({
  /** What an earlier call answered as `mark`: nothing is computed where it holds still. */
  unless: z.string().nullable().default(null),
});

const output = z.strictObject({
  mark: z.string().describe('Changes when the data or a definition do.'),
  seen: countSchema.describe('KPIs that were computed.'),
  kept: countSchema.describe('Values that were other than known, and kept.'),
  failed: z.array(z.string()).describe('KPIs that could not be computed.'),
});

export type RememberOutput = Frozen<z.output<typeof output>>;

/** Of the commits that the warehouse has seen and the definitions of all KPIs. */
async function markOf({ database }: OperationContext, versions: readonly string[]): Promise<string> {
  const { run } = database.session;
  const revision = await readRevision(run, await duckdbPlaces(run));
  return createHash('sha256')
    .update(JSON.stringify([revision, versions]))
    .digest('hex')
    .slice(0, 16);
}

/** Together, what reads the same is read once; too many at once leave no room for others. */
const kpisAtOnce = 12;

/** Keeps the values of every KPI over its usual range – the complete periods of the last year – as they are known now. */
export const rememberOperation = defineOperation({
  id: 'remember',
  words: {
    es: 'guarda los valores de los indicadores tal como se conocen ahora',
    en: 'keeps the values of the KPIs as they are known now',
  },
  input,
  output,
  rest: { method: 'POST', path: '/known' },
  effect: 'read',
  on: 'warehouse',
  lane: 'long',
  permission: 'data.write',
  run: async (context, { unless }): Promise<RememberOutput> => {
    const catalogue = await catalogueOf(context.workspace);
    const engine = await openEngine(context, {});
    const { catalog } = engine;
    const mark = await markOf(
      context,
      [...catalogue.kpis.values()].map((kpi) => resolveKpi(kpi, catalog, { by: [], where: [] }).version),
    );
    if (mark === unless) return { mark, seen: 0, kept: 0, failed: [] };
    const isComputable = (kpi: Kpi): boolean => missingFields(needsOf(kpi, undefined, catalog.settings), catalog).length === 0;
    const kpis = [...catalogue.kpis.values()].filter(isComputable);
    const failed: string[] = [];
    let kept = 0;
    const keep = async (some: readonly Kpi[], grain: Kpi['grain']): Promise<void> => {
      const query = querySchema.parse({ kpis: some.map(({ id }) => id), grain });
      const asked = some.map((kpi) => resolveKpi(kpi, catalog, query));
      const { cells } = await answer(query, asked, engine);
      kept += await remember(context, { cells, query, kpis: some, catalog });
    };
    const byGrain = Map.groupBy(kpis, ({ grain }) => grain);
    for (const [grain, all] of byGrain) {
      for (let from = 0; from < all.length; from += kpisAtOnce) {
        context.signal?.throwIfAborted();
        const some = all.slice(from, from + kpisAtOnce);
        // One that cannot be computed keeps none of the others from being.
        await keep(some, grain).catch(async () => {
          for (const kpi of some) {
            await keep([kpi], grain).catch((error: unknown) => {
              if (!(error instanceof CuadroError) || error.blame === 'internal') throw error;
              failed.push(kpi.id);
            });
          }
        });
        context.progress({ step: 'compute', done: from + some.length, total: all.length, unit: null });
      }
    }
    return { mark, seen: kpis.length - failed.length, kept, failed };
  },
});
