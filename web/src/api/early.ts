import type { OperationId, OperationInput, OperationOutput } from '../../../src/app/api/client-types.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { turn } from '../first/turn.ts';
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

/** What the server sent along with the page, as `src/server/http/first-answers.ts` writes it. */
interface Sent {
  readonly language: Language;
  readonly answers: readonly { readonly id: OperationId; readonly input: unknown; readonly answer: unknown }[];
}

const written = document.getElementById('first-answers')?.textContent;
const sent: Sent | null = written ? JSON.parse(written) : null;

/** What came with the page, in the language it is shown in. */
function cameAlong<Id extends OperationId>(id: Id, input: OperationInput<Id>, language: Language): OperationOutput<Id> | null {
  if (sent?.language !== language) return null;
  const asked = JSON.stringify(input);
  const found = sent.answers.find((one) => one.id === id && JSON.stringify(one.input) === asked);
  return (found?.answer as OperationOutput<Id> | undefined) ?? null;
}

/** Asks now for what the page will ask for as soon as it can, unless the answer came with it; `startEarly` hands it on. */
export function askEarly<Id extends OperationId>(id: Id, input: OperationInput<Id>): Promise<OperationOutput<Id>> {
  const language = languageShown();
  const known = cameAlong(id, input, language);
  const answer = known === null ? call(id, input, { language }) : turn().then(() => known);
  early.push({ id, input, language, answer });
  // Who waits for it hears of what went wrong.
  answer.catch(() => undefined);
  return answer;
}
