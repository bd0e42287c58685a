import { expect, it } from 'vitest';
import { sparkline } from './sparkline.ts';

const point = (value: number | null) => ({ value, low: null, high: null });

it('draws nothing where nothing is known', () => {
  expect(sparkline([point(null), point(null)])).toBeNull();
});

it('leaves a gap where a value is unknown', () => {
  const drawn = sparkline([point(1), point(2), point(null), point(3)])?.text ?? '';
  expect(drawn.match(/<polyline/g)).toHaveLength(2);
  expect(drawn).not.toContain('NaN');
});

it('draws a flat line in the middle', () => {
  expect(sparkline([point(5), point(5)])?.text).toContain('4.0,22.0 236.0,22.0');
});
