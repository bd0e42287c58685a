import { z } from 'zod';
import type { Kpi } from '../../kpis/kpi.ts';
import { missingFields, needsOf, resolveKpi } from '../../kpis/resolve.ts';
import { answer } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import { CuadroError } from '../../model/error.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { remember } from '../known/remember.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';

const output = z.strictObject({
  seen: countSchema.describe('KPIs that were computed.'),
  kept: countSchema.describe('Values that were other than known, and kept.'),
  failed: z.array(z.string()).describe('KPIs that could not be computed.'),
});

export type RememberOutput = Frozen<z.output<typeof output>>;

/** Together, what reads the same is read once; too many at once leave no room for others. */
const kpisAtOnce = 12;

/** Keeps the values of every KPI over its usual range – the complete periods of the last year – as they are known now. */
export const rememberOperation = defineOperation({
  id: 'remember',
  words: {
    es: 'guarda los valores de los indicadores tal como se conocen ahora',
    en: 'keeps the values of the KPIs as they are known now',
  },
  input: z.strictObject({}),
  output,
  rest: { method: 'POST', path: '/known' },
  effect: 'read',
  on: 'warehouse',
  lane: 'long',
  permission: 'data.write',
  run: async (context): Promise<RememberOutput> => {
    const catalogue = await catalogueOf(context.workspace);
    const engine = await openEngine(context, {});
    const { catalog } = engine;
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
    return { seen: kpis.length - failed.length, kept, failed };
  },
});
