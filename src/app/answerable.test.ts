import { expect, test } from 'vitest';
import { testCatalog } from '../metrics/testing/catalog.ts';
import { answerableOf, pageQuestions } from './answerable.ts';

test('of what pages ask, only that is asked of which there are data', () => {
  expect(answerableOf({ catalog: testCatalog() })).toEqual([...pageQuestions]);
  const none = testCatalog({ rows: () => 0, filled: () => 0, watermark: () => null });
  expect(answerableOf({ catalog: none })).toEqual([]);
  // Deals and no changes of their stage, no tickets.
  const has = (dataset: string): number => (['opportunity', 'opportunity_span', 'account'].includes(dataset) ? 100 : 0);
  const deals = testCatalog({ rows: has, filled: has });
  expect(answerableOf({ catalog: deals })).toEqual(['customers', 'pipeline_bridge']);
});
