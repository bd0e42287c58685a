import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';

const names = [
  'paper',
  'sheet',
  'ink',
  'ink-2',
  'ink-3',
  'rule',
  'accent',
  'accent-soft',
  'band',
  'compare',
  'good',
  'bad',
  'warn',
  'font',
] as const;

/** The tokens as charts need them: values, not names, for they are drawn and exported apart from the page. */
export type Look = Readonly<Record<(typeof names)[number], string>>;

/** As they are within an element: a picture that is exported is light, whatever the page is. */
export function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  const entries = names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()] as const);
  // Every name is there: the list is where they come from.
  return Object.fromEntries(entries) as Look;
}

/** Changes with the theme. */
export function useLook(): Look {
  const scheme = useComputedColorScheme('light');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values behind the names change with the scheme
  return useMemo(() => lookOf(document.documentElement), [scheme]);
}
