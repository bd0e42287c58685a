import type { z } from 'zod';
import { nearest } from './nearest.ts';

/** What one zod issue says, without words of any language where that is possible. */
export interface DescribedIssue {
  /** `customer.active_days`, `holidays[2]`; empty for the whole. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

export const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}

/** A value as a user wrote it, short. */
export function shown(value: unknown): string {
  const text = value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'regex' ? (issue.pattern ?? issue.format) : issue.format === 'date' ? 'YYYY-MM-DD' : issue.format;
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(expectedOf))].join(' | ');
    case 'not_multiple_of':
      return `× ${issue.divisor}`;
    default:
      return issue.message;
  }
}

/**
 * @param known keys that are allowed where an unknown one stands, by path; the nearest is offered
 * @returns the first issue, which is the one to mend first
 */
export function describeIssue(error: z.ZodError, input: unknown, known: readonly string[] = []): DescribedIssue {
  const issue = error.issues[0];
  if (!issue) return { path: '', expected: '', found: '' };
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const guess = nearest(key, known);
    return { path: pathOf([...issue.path, key]), expected: guess ?? known.join(', '), found: key };
  }
  return { path: pathOf(issue.path), expected: expectedOf(issue), found: shown(at(input, issue.path)) };
}
