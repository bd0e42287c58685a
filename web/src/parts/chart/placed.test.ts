import { expect, test } from 'vitest';
import { placed } from './placed.ts';
import { marksByPlace } from './trend.ts';

const months = ['2026-01', '2026-02', '2026-03'].map((month) => ({ start: `${month}-01`, end: `${month}-28` }));

test.each([
  [
    { from: '2026-02-10', to: '2026-02-10' },
    { index: 1, last: 1 },
  ],
  [
    { from: '2025-11-01', to: '2026-02-03' },
    { index: 0, last: 1 },
  ],
  [
    { from: '2026-01-28', to: '2026-12-31' },
    { index: 0, last: 2 },
  ],
  [{ from: '2025-11-01', to: '2025-12-31' }, null],
  [{ from: '2026-04-01', to: '2026-04-01' }, null],
])('%o stands at %o', (event, place) => expect(placed(event, months)).toEqual(place));

test('marks of one period stand under one line', () => {
  const marks = [
    { index: 1, last: 1, number: 1 },
    { index: 4, last: 6, number: 2 },
    { index: 4, last: 4, number: 3 },
  ];
  expect(marksByPlace(marks)).toEqual([
    { index: 1, label: '1' },
    { index: 4, label: '2 · 3' },
  ]);
});
