import { all, any, calculate, choose, compare, type Expression, field, is, isKnown, isNull } from '../../metrics/expression.ts';

export const surveyDimensions: readonly string[] = [
  'touchpoint',
  'product.name',
  'account.segment',
  'account.country',
  'owner.name',
  'survey_id',
];

/** The answer is on the scale from `least` to `most` (or does not say its scale) and within it. */
export const isOnScale = (least: number, most: number): Expression =>
  all(
    any(isNull('scale_min'), is('scale_min', least)),
    any(isNull('scale_max'), is('scale_max', most)),
    compare(field('score'), '>=', least),
    compare(field('score'), '<=', most),
  );

/** More is better, or the source does not say. */
export const highIsGood: Expression = any(isNull('polarity'), is('polarity', 'high_is_good'));

/** The answer says its scale and is within it. */
export const hasScale: Expression = all(
  isKnown('scale_min'),
  compare(field('scale_max'), '>', field('scale_min')),
  compare(field('score'), '>=', field('scale_min')),
  compare(field('score'), '<=', field('scale_max')),
);

const span = calculate(field('scale_max'), '-', field('scale_min'));
const fromBottom = calculate(calculate(field('score'), '-', field('scale_min')), '/', span);
const fromTop = calculate(calculate(field('scale_max'), '-', field('score')), '/', span);

/** How good an answer is from 0 (worst) to 1 (best), whatever its scale; its polarity decides which end is good. Use with `hasScale`. */
export const goodness: Expression = choose(is('polarity', 'low_is_good'), fromTop, fromBottom);
