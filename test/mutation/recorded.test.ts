import { describe, expect, test } from 'vitest';
import { answer } from '../../src/metrics/engine.ts';
import { duckdbDialect } from '../../src/warehouse/duckdb/dialect.ts';
import { differences } from '../property/compare.ts';
import { recordedCatalog } from './catalog.ts';
import { askedOf, keyOf, oracleOf, queryOf, readRecording, recordings } from './recording.ts';

/** The engine with DuckDB's recorded rows says what the oracle says. A SELECT that was not recorded is an error: record anew. */
describe.each(recordings())('%s', (theme) => {
  const recording = readRecording(theme);
  const run = async (sql: string) => {
    const rows = recording.answers[keyOf(sql)];
    if (!rows) throw new Error(`not recorded; if the SELECT is meant: npm run mutation -- --record\n${sql}`);
    return rows;
  };

  test.each(recording.questions.map((one) => [one.name, one] as const))(`${theme}: %s`, async (_, question) => {
    const engine = { dialect: duckdbDialect, catalog: recordedCatalog(recording.facts, recording.settings), run };
    const given = await answer(queryOf(question.query), [askedOf(question.metric)], engine);
    expect(differences(given, oracleOf(question))).toEqual([]);
    expect(JSON.parse(JSON.stringify(given.cells))).toEqual(question.given);
  });
});
