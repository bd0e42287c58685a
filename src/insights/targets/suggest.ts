import { normalQuantile } from '../../estimators/normal.ts';
import type { Direction } from '../../kpis/kpi.ts';
import { type Change, changeFrom } from '../../model/change.ts';
import type { Aim } from './target.ts';

/** What a suggestion rests on; the values are of the KPI, `share` a fraction. */
export type SuggestionReason =
  /** What comes if nothing changes, eight times of ten within. */
  | { readonly code: 'expected'; readonly value: number; readonly low: number; readonly high: number }
  /** With how far the target lies from it. */
  | ({ readonly code: 'last_year'; readonly value: number } & Change)
  /** The best of the last year's periods. */
  | { readonly code: 'best'; readonly value: number }
  /** How often it would be reached without doing anything else. */
  | { readonly code: 'ambition'; readonly share: number }
  /** The middle eight of ten of the last periods: for what should be neither high nor low. */
  | { readonly code: 'usual'; readonly value: number; readonly low: number; readonly high: number }
  /** Too little history for a forecast: the mean of what there is. */
  | { readonly code: 'short_history'; readonly value: number; readonly share: null };

export interface Suggestion extends Aim {
  readonly reasons: readonly SuggestionReason[];
}

/** Reached three times of ten by doing nothing else: an effort, and not a dream. */
const ambition = 0.3;

/** A number as people set targets: two leading digits of a large one, tenths of a percent of a rate. */
export function roundTarget(value: number, unit: string): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  if (unit === 'rate') return Math.round(value * 1000) / 1000;
  if (unit === 'count' && Math.abs(value) < 100) return Math.round(value);
  const digits = Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 1);
  if (digits === 0) return Math.round(value * 10) / 10;
  const step = 10 ** digits;
  return Math.round(value / step) * step;
}

const quantile = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? 0;
  return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place));
};

export interface SuggestAsked {
  readonly direction: Direction;
  readonly unit: string;
  /** Of the whole period that the target is for; null: none could be made. */
  readonly expected: { readonly mean: number; readonly deviation: number } | null;
  /** The same period a year ago; null: not known. */
  readonly lastYear: number | null;
  /** The periods of the last year, of the same length as the target's, oldest first. */
  readonly recent: readonly number[];
  readonly bounds: readonly [number, number];
}

/** A target from the KPI's own history, with what speaks for it. Null where fewer than three periods are known. */
export function suggestTarget({ direction, unit, expected, lastYear, recent, bounds }: SuggestAsked): Suggestion | null {
  const within = (value: number): number => roundTarget(Math.min(bounds[1], Math.max(bounds[0], value)), unit);
  if (recent.length < 3 && expected === null) return null;
  const sorted = recent.toSorted((left, right) => left - right);
  const middle = recent.length === 0 ? (expected?.mean ?? 0) : quantile(sorted, 0.5);
  if (direction === 'band' || direction === 'none') {
    if (recent.length < 3) return null;
    const [low, high] = [quantile(sorted, 0.1), quantile(sorted, 0.9)];
    return { value: null, low: within(low), high: within(high), reasons: [{ code: 'usual', value: middle, low, high }] };
  }
  const sign = direction === 'up' ? 1 : -1;
  const best = recent.length === 0 ? null : ((direction === 'up' ? sorted.at(-1) : sorted[0]) ?? null);
  const compared: SuggestionReason[] = [];
  const compare = (value: number): void => {
    if (lastYear !== null) compared.push({ code: 'last_year', value: lastYear, ...changeFrom(lastYear, value, unit) });
    if (best !== null) compared.push({ code: 'best', value: best });
  };
  if (expected === null) {
    const mean = recent.reduce((sum, value) => sum + value, 0) / recent.length;
    const value = within(mean);
    compare(value);
    return { value, low: null, high: null, reasons: [{ code: 'short_history', value: mean, share: null }, ...compared] };
  }
  const edge = normalQuantile(0.9) * expected.deviation;
  const value = within(expected.mean + sign * normalQuantile(1 - ambition) * expected.deviation);
  compare(value);
  return {
    value,
    low: null,
    high: null,
    reasons: [
      {
        code: 'expected',
        value: expected.mean,
        low: Math.max(bounds[0], expected.mean - edge),
        high: Math.min(bounds[1], expected.mean + edge),
      },
      { code: 'ambition', share: ambition },
      ...compared,
    ],
  };
}
