import { expect, test } from 'vitest';
import { cellsByPath, winCells, winProbability } from './win_probability.ts';

test('draws a cell towards the one that holds it with the weight of ten deals where a level has too few to tell', () => {
  const cells = winCells({ successes: 30, n: 100 }, [
    { path: ['offer', 'new'], won: 6, closed: 10 },
    { path: ['offer', 'renewal'], won: 14, closed: 20 },
    { path: ['contact'], won: 30, closed: 100 },
  ]);
  const at = cellsByPath(cells);
  // Two cells a level: weight 10. offer: (20 + 10·0.3)/(30 + 10) = 0.575; offer, new: (6 + 5.75)/20 = 0.5875; contact: (30 + 3)/110 = 0.3
  expect(winProbability(at, ['offer'])?.probability).toBeCloseTo(0.575, 12);
  expect(winProbability(at, ['offer', 'new'])?.probability).toBeCloseTo(0.5875, 12);
  expect(winProbability(at, ['offer', 'renewal'])?.probability).toBeCloseTo((14 + 5.75) / 30, 12);
  expect(winProbability(at, ['contact'])?.probability).toBeCloseTo(0.3, 12);
});

test('what no deal was in has the finest that there is', () => {
  const at = cellsByPath(winCells({ successes: 3, n: 4 }, [{ path: ['offer'], won: 1, closed: 2 }]));
  expect(winProbability(at, ['offer', 'new', 'ana'])).toMatchObject({ path: ['offer'], closed: 2 });
  expect(winProbability(at, ['new stage'])).toMatchObject({ path: [], probability: 0.75, closed: 4 });
  expect(winCells({ successes: 0, n: 0 }, [])).toEqual([]);
  expect(winProbability(new Map(), ['x'])).toBeNull();
});

test('learns from cells that differ widely to draw them less', () => {
  const apart = [2, 10, 50, 90, 98].map((won, index) => ({ path: [`stage ${index}`], won, closed: 100 }));
  const alike = [48, 50, 50, 50, 52].map((won, index) => ({ path: [`stage ${index}`], won, closed: 100 }));
  const first = (given: typeof apart): number => winCells({ successes: 250, n: 500 }, given)[1]?.probability ?? 0;
  // The least weight is two deals: (2 + 1)/102; the most 200: (48 + 100)/300.
  expect(first(apart)).toBeCloseTo(3 / 102, 2);
  expect(first(alike)).toBeCloseTo(148 / 300, 6);
});
