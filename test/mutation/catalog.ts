import type { Catalog } from '../../src/metrics/catalog.ts';
import { testCatalog } from '../../src/metrics/testing/catalog.ts';
import type { Settings } from '../../src/model/settings.ts';

/** What the planner asked of the data, by question: `rows(order)` to 12. */
export type Facts = Record<string, unknown>;

/** Of a catalogue, what depends on data and not on settings. */
const questions = ['rows', 'filled', 'custom', 'hasHistory', 'hasForeignMoney', 'onlySource', 'watermark'] as const;
type Question = (typeof questions)[number];

const textOf = (question: Question, asked: readonly string[]): string => `${question}(${asked.join(', ')})`;

/** A catalogue whose relations are `main."dataset"` and whose facts `tell` knows. */
function catalogFrom(settings: Settings, tell: (question: Question, asked: readonly string[]) => unknown): Catalog {
  const facts = Object.fromEntries(questions.map((question) => [question, (...asked: string[]) => tell(question, asked)]));
  return { ...testCatalog(), ...facts, settings };
}

/** A catalogue that writes into `facts` what it is asked. */
export function listeningCatalog(known: Catalog, facts: Facts): Catalog {
  return catalogFrom(known.settings, (question, asked) => {
    const [dataset = '', field = ''] = asked;
    const told = known[question](dataset, field);
    facts[textOf(question, asked)] = told instanceof Map ? [...told] : told;
    return told;
  });
}

/** The same catalogue from what was written. @throws Error for what was not asked then */
export const recordedCatalog = (facts: Readonly<Facts>, settings: Settings): Catalog =>
  catalogFrom(settings, (question, asked) => {
    const text = textOf(question, asked);
    if (!Object.hasOwn(facts, text)) throw new Error(`not recorded: ${text}`);
    const told = facts[text];
    return question === 'custom' ? new Map(told as [string, never][]) : told;
  });
