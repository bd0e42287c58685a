import { renderError } from '../i18n/errors.ts';
import { languageOf } from '../i18n/language.ts';
import type { LandingContext } from '../landing/context.ts';
import { fileReader } from '../landing/file_reader.ts';
import { CuadroError } from '../model/error.ts';
import { finishCommit, settleCommit } from '../warehouse/world/settle.ts';
import { answerAgain } from './answer-again.ts';
import type { OperationContext } from './operation.ts';

/** What landing needs of an operation's surroundings. */
export function landingContext(context: OperationContext): LandingContext {
  const { database, workspace, now, progress, signal } = context;
  const language = languageOf(workspace.settings.locale);
  return {
    database,
    settings: workspace.settings,
    now,
    reader: fileReader,
    report: progress,
    reasonOf: (code, params) => renderError(new CuadroError({ code, params }), language).message,
    signal,
    rebuildDerived: ({ run }, changed, batch) => settleCommit(run, workspace.settings, { changed, batch }),
    afterCommit: async ({ run }, batch) => {
      await finishCommit(run, workspace.settings);
      // After an undo nothing of what changed is on record: all would be asked whole.
      if (batch !== null) await answerAgain(context);
    },
  };
}
