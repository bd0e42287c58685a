import { catalogueOf } from '../catalogue.ts';
import type { OperationContext } from '../operation.ts';
import { todayIn } from '../today.ts';
import { noteDefinitions } from './definition.ts';

/** Writes down every definition that is another than the last one seen. */
export const noteDefinitionsNow = async (context: Pick<OperationContext, 'store' | 'workspace' | 'now'>): Promise<readonly string[]> =>
  noteDefinitions((await context.store()).db, await catalogueOf(context.workspace), context.workspace.settings, {
    now: context.now(),
    today: todayIn(context),
  });
