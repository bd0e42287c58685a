import { expect, it } from 'vitest';
import { stretchOf } from './stretch.ts';

it('takes what the bar says', () => {
  expect(stretchOf({ from: '2026-02-01', to: '2026-02-28' }, '2026-06-30', 12)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
});

it('goes back whole months from the end of one', () => {
  expect(stretchOf({}, '2026-06-30', 12)).toEqual({ from: '2025-07-01', to: '2026-06-30' });
  expect(stretchOf({}, '2024-02-29', 3)).toEqual({ from: '2023-12-01', to: '2024-02-29' });
});

it('goes back from any other day too', () => {
  expect(stretchOf({}, '2026-06-28', 1)).toEqual({ from: '2026-05-29', to: '2026-06-28' });
});
