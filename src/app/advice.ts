import type { Language } from '../i18n/language.ts';
import { goals } from '../insights/advise/goals.ts';
import { packs } from '../insights/advise/packs.ts';
import type { Answer, Question } from '../insights/advise/question.ts';
import { questions } from '../insights/advise/questions.ts';
import { roles } from '../insights/advise/roles.ts';
import { type Named, understand } from '../insights/advise/understand.ts';
import type { Kpi } from '../kpis/kpi.ts';
import { CuadroError } from '../model/error.ts';
import { nearest } from './nearest.ts';

/** Something with an id and a name in the language asked for. */
export interface NamedChoice {
  readonly id: string;
  readonly name: string;
}

export const named = ({ id, name }: Pick<Named, 'id' | 'name'>, language: Language): NamedChoice => ({ id, name: name[language] });

export const kpiNamed = (id: string, kpis: ReadonlyMap<string, Kpi>, language: Language): string =>
  kpis.get(id)?.texts[language].name ?? id;

const list = (known: ReadonlyMap<string, unknown>): string => [...known.keys()].join(', ');

/** The goals that texts mean. @throws CuadroError `unknown_goal`, with those there are */
export function goalsOf(texts: readonly string[]) {
  const found = texts.flatMap((text) => {
    const meant = understand(text, goals.values());
    if (meant.length > 0) return meant;
    throw new CuadroError({ code: 'unknown_goal', where: '--goal', found: text, expected: list(goals) });
  });
  return [...new Set(found)];
}

function oneOf<T extends Named>(text: string | undefined, known: ReadonlyMap<string, T>, fail: () => CuadroError): T | null {
  if (text === undefined) return null;
  const [meant] = understand(text, known.values());
  if (!meant) throw fail();
  return meant;
}

/** @throws CuadroError `unknown_industry`, with those there are */
export const industryOf = (text: string | undefined) =>
  oneOf(text, packs, () => new CuadroError({ code: 'unknown_industry', where: '--industry', found: text ?? '', expected: list(packs) }));

/** @throws CuadroError `unknown_role`, with those there are */
export const roleOf = (text: string | undefined) =>
  oneOf(text, roles, () => new CuadroError({ code: 'unknown_role', where: '--role', found: text ?? '', expected: list(roles) }));

/** @throws CuadroError `unknown_question`, with the nearest */
export function answersOf(answers: Readonly<Record<string, Answer>>): readonly { readonly question: Question; readonly answer: Answer }[] {
  return Object.entries(answers).map(([id, answer]) => {
    const question = questions.get(id);
    if (question) return { question, answer };
    const guess = nearest(id, [...questions.keys()]);
    throw new CuadroError({ code: 'unknown_question', where: '--answer', found: id, ...(guess ? { expected: guess } : {}) });
  });
}
