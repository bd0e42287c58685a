// npm run mutation -- --record: asks DuckDB and the oracle anew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../../src/metrics/cell.ts';
import { answer } from '../../src/metrics/engine.ts';
import type { SqlRow } from '../../src/metrics/plan/scan.ts';
import { answer as oracle } from '../oracle/answer.ts';
import type { Company } from '../oracle/company.ts';
import { differences } from '../property/compare.ts';
import { load } from '../property/engines.ts';
import { kinds } from '../property/metric.ts';
import { type Theme, themes } from '../property/theme.ts';
import { type Facts, listeningCatalog } from './catalog.ts';
import { type Question, questionsOf } from './questions.ts';
import { recordExamples } from './record-examples.ts';
import { askedOf, beyond, type Judged, keyOf, queryOf, type Recorded, recordingFolder } from './recording.ts';

/** Of each kind the questions that find most without being long, and one that finds least: in an empty period much goes without saying. */
function chosen(asked: readonly Question[], company: Company): readonly Question[] {
  const short = asked.flatMap((question) => {
    const { cells } = oracle(company, question.metric, question.query);
    return cells.length > 12 ? [] : [{ question, told: cells.filter((cell) => cell.n > 0).length }];
  });
  const ranked = short.sort((a, b) => b.told - a.told).map(({ question }) => question);
  return kinds.flatMap((kind) => {
    const own = ranked.filter((question) => question.kind === kind);
    return [...own.slice(0, 3), ...own.slice(3).slice(-1)];
  });
}

/** What `differences` looks at. */
const judged = ({ period, group, value, numerator, denominator, n, state, coverage, reasons }: Cell): Judged => ({
  period: { start: period.start, end: period.end },
  group,
  value,
  ...(numerator === undefined ? {} : { numerator }),
  ...(denominator === undefined ? {} : { denominator }),
  n,
  state,
  coverage,
  reasons,
});

/** Writes down what DuckDB and the oracle answer. A question on which they differ is a fault of one of them: told, and left out. */
async function record(theme: Theme): Promise<void> {
  const { company, asked } = questionsOf(theme);
  const loaded = await load('duckdb', company);
  try {
    const { settings } = company;
    const facts: Facts = {};
    const catalog = listeningCatalog(loaded.catalog, facts);
    const answers: Record<string, readonly SqlRow[]> = {};
    const questions: Recorded[] = [];
    for (const { name, metric, query } of chosen(asked, company)) {
      const own: Record<string, readonly SqlRow[]> = {};
      const run = async (sql: string): Promise<readonly SqlRow[]> => {
        const rows = await loaded.query(sql.replace(/\bmain\."(\w+)"/g, (_, dataset) => loaded.catalog.relation(dataset)));
        own[keyOf(sql)] = rows;
        return rows;
      };
      const given = await answer(queryOf(query), [askedOf(metric)], { dialect: loaded.dialect, catalog, run });
      const expected = oracle(company, metric, query);
      const found = differences(given, expected);
      if (found.length > 0) {
        console.log(
          `${theme.name}, ${name}: left out, engine and oracle differ\n  ${JSON.stringify({ metric, query })}\n${found.join('\n')}`,
        );
        continue;
      }
      const cells = expected.cells.map(judged);
      const mayBe = beyond(given.cells, cells).map(({ period, group }) => judged(expected.cell(period, group)));
      questions.push({ name, metric, query, omitted: expected.omitted, cells, mayBe, given: given.cells });
      Object.assign(answers, own);
    }
    const list = (lines: readonly string[]): string => lines.map((line) => `    ${line}`).join(',\n');
    const text = [
      '{',
      `  "settings": ${JSON.stringify(settings)},`,
      `  "facts": ${JSON.stringify(facts)},`,
      `  "questions": [\n${list(questions.map((one) => JSON.stringify(one)))}\n  ],`,
      `  "answers": {\n${list(Object.entries(answers).map(([key, rows]) => `"${key}": ${JSON.stringify(rows)}`))}\n  }`,
      '}',
    ];
    writeFileSync(join(recordingFolder, `${theme.name}.json`), `${text.join('\n')}\n`);
    console.log(`${theme.name}: ${questions.length} questions, ${Object.keys(answers).length} SELECTs`);
  } finally {
    await loaded.close();
  }
}

for (const theme of themes) await record(theme);
await recordExamples();
