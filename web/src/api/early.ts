import type { OperationId, OperationInput, OperationOutput } from '../../../src/app/api/client-types.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { languageShown } from '../words/language.ts';
import { call } from './call.ts';

interface Early {
  readonly id: OperationId;
  readonly input: unknown;
  readonly language: Language;
  readonly answer: Promise<unknown>;
}

/** What was asked for before the application was there. */
export const early: Early[] = [];

/** Asks now for what the page will ask for as soon as it can; `startEarly` hands it on. */
export function askEarly<Id extends OperationId>(id: Id, input: OperationInput<Id>): Promise<OperationOutput<Id>> {
  const language = languageShown();
  const answer = call(id, input, { language });
  early.push({ id, input, language, answer });
  // Who waits for it hears of what went wrong.
  answer.catch(() => undefined);
  return answer;
}
