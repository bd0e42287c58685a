import { useMemo } from 'react';
import { useMedia } from '../../look/use-media.ts';

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

/** Where the reader's own colours are forced upon the page, no picture keeps ours: ink upon a ground, and what is chosen. */
const forced: Partial<Look> = {
  paper: 'Canvas',
  sheet: 'Canvas',
  ink: 'CanvasText',
  'ink-2': 'CanvasText',
  'ink-3': 'CanvasText',
  rule: 'GrayText',
  accent: 'CanvasText',
  band: 'GrayText',
  compare: 'LinkText',
  good: 'CanvasText',
  bad: 'CanvasText',
  warn: 'CanvasText',
};

/** The tokens by their names: what is drawn into the page follows its theme, and is light on paper, without being drawn anew. */
const named = Object.fromEntries(names.map((name) => [name, `var(--${name})`])) as Look;

/** As charts within the page are drawn; letters by their own name, for they are measured. */
export function useLook(): Look {
  const isForced = useMedia('(forced-colors: active)');
  return useMemo(() => ({ ...named, font: lookOf(document.documentElement).font, ...(isForced ? forced : {}) }), [isForced]);
}
