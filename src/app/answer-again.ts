import { resolveKpi } from '../kpis/resolve.ts';
import { answer } from '../metrics/engine.ts';
import { askedLately, writeQuestions } from './asked-lately.ts';
import { catalogueOf } from './catalogue.ts';
import { openEngine } from './engine.ts';
import type { OperationContext } from './operation.ts';
import { systemActor } from './rights/actor.ts';

/** No question is begun later than so long after the first: an import must end. */
const longestMs = 30_000;

/**
 * After an import, answers anew what was asked in the last days, for whoever sees all of the data: what the import touched is read once,
 * now, and who asks next finds it in the cache. Nobody waits for it but the import.
 */
export async function answerAgain(context: OperationContext): Promise<void> {
  const { database, workspace, now, signal } = context;
  const { run } = database.session;
  await writeQuestions(run, database.root);
  const questions = await askedLately(run, now());
  if (questions.length === 0) return;
  const catalogue = await catalogueOf(workspace);
  const engine = await openEngine({ ...context, actor: systemActor }, {});
  const began = performance.now();
  for (const query of questions) {
    if (signal?.aborted || performance.now() - began > longestMs) return;
    try {
      const asked = query.kpis.map((id) => resolveKpi(catalogue.find(id), engine.catalog, query));
      await answer(query, asked, engine);
    } catch {
      // A KPI of the company's own that is no more, or a column: whoever asks again is told, here nobody asks.
    }
  }
}
