import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof grains)[number];
export const comparisons = ['previous', 'year', 'target', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * What a page is about: all of it stands in the address, so that a link opens what was seen. What is absent has its default: each
 * KPI's last whole period, against the one before, of everyone, as of today.
 */
export interface View {
  readonly grain?: Grain;
  /** With `to`: a stretch of one's own. */
  readonly from?: string;
  readonly to?: string;
  readonly compare?: Comparison;
  readonly segment?: string;
  /** `team:Ventas`, `office:Madrid`, `person:Ana Soto`. */
  readonly owner?: string;
  readonly asOf?: string;
  /** ISO 4217: amounts are shown in it, at the rate of the last day of the data. */
  readonly currency?: string;
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T => list.some((one) => one === value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Reads the address; what it does not understand is as if it were not there. */
export function readView(search: Readonly<Record<string, unknown>>): View {
  const { grain, from, to, compare, segment, owner, asOf, currency } = search;
  const hasTo = isDay(to);
  return {
    ...(isOneOf(grains, grain) ? { grain } : {}),
    ...(isDay(from) && hasTo && from <= to ? { from } : {}),
    ...(hasTo ? { to } : {}),
    ...(isOneOf(comparisons, compare) ? { compare } : {}),
    ...(isText(segment) ? { segment } : {}),
    ...(isText(owner) && /^(team|office|person):./.test(owner) ? { owner } : {}),
    ...(isDay(asOf) ? { asOf } : {}),
    ...(isText(currency) ? { currency } : {}),
  };
}

/** The view that the address holds, and how to change parts of it; `undefined` takes a part away. */
export function useView(): { readonly view: View; readonly change: (parts: { readonly [K in keyof View]?: View[K] | undefined }) => void } {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = useMemo(() => readView(search), [search]);
  const change = useCallback(
    (parts: { readonly [K in keyof View]?: View[K] | undefined }) =>
      void navigate({
        to: '.',
        // A part that is taken away stands there as undefined: one that is merely absent would be retained.
        search: (before: Readonly<Record<string, unknown>>) => ({ ...before, ...parts }),
        resetScroll: false,
      }),
    [navigate],
  );
  return { view, change };
}
