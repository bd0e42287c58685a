import fc from 'fast-check';
import type { Metric } from '../../src/metrics/metric.ts';
import type { OracleQuery } from '../oracle/answer.ts';
import type { Company } from '../oracle/company.ts';
import { arbitraryCompany } from '../property/company.ts';
import { arbitraryMetric, type Kind, kinds } from '../property/metric.ts';
import { arbitraryQuery } from '../property/query.ts';
import { type Theme, themes } from '../property/theme.ts';

export interface Question {
  readonly kind: Kind;
  readonly name: string;
  readonly metric: Metric;
  readonly query: OracleQuery;
}

/** One random company of a theme and questions of every kind about it. */
interface Questions {
  readonly company: Company;
  readonly asked: readonly Question[];
}

/** Questions of each kind to choose from. */
const questionsEach = 12;
const seed = 20_261_121;
/** Companies of the property tests are small, to be shrunk and told; here most questions should find something. */
const moreRows = 6;

const enlarged = (theme: Theme): Theme => ({
  ...theme,
  entities: Object.fromEntries(Object.entries(theme.entities).map(([name, one]) => [name, { ...one, rows: one.rows * moreRows }])),
});

function arbitraryQuestions(theme: Theme): fc.Arbitrary<Questions> {
  return arbitraryCompany(theme).chain(({ company, center }) => {
    const questions = kinds.flatMap((kind) => {
      const metric = arbitraryMetric(theme, kind);
      if (metric === null) return [];
      const question = metric.chain((one) => arbitraryQuery(theme, one, center).map((query) => ({ metric: one, query })));
      return Array.from({ length: questionsEach }, (_, index) => question.map((one) => ({ kind, name: `${kind} ${index + 1}`, ...one })));
    });
    return fc.tuple(...questions).map((asked) => ({ company, asked }));
  });
}

export function questionsOf(theme: Theme): Questions {
  const [made] = fc.sample(fc.noBias(arbitraryQuestions(enlarged(theme))), { numRuns: 1, seed: seed + themes.indexOf(theme) });
  if (!made) throw new Error(`no questions about ${theme.name}`);
  return made;
}
