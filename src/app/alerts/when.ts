import type { AlertCondition } from '../../insights/alerts/rule.ts';
import { conditionSchema } from './rule.ts';

/** `2pp`, `2 p. p.`: points of a rate; `10%`: a share; `5`: in the KPI's own unit. */
function amountOf(text: string): { readonly by: number; readonly in: 'unit' | 'share' } | null {
  const match = /^(\d+(?:[.,]\d+)?)(pp|%)?$/.exec(text);
  const number = Number(match?.[1]?.replace(',', '.'));
  if (!match || !Number.isFinite(number)) return null;
  if (match[2] === 'pp') return { by: number / 100, in: 'unit' };
  return match[2] === '%' ? { by: number / 100, in: 'share' } : { by: number, in: 'unit' };
}

const shareOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : (amountOf(text)?.by ?? Number.NaN));

/** The conditions as they are typed: what each word stands for. */
export const whenForms: readonly string[] = [
  'above 0.05',
  'below 100',
  'target [5%]',
  'fall 2pp [year]',
  'rise 10% [year]',
  'unusual [worse|better|rise|fall|either]',
  'mix DIM [15%]',
  'guard',
  'stale 7',
  'reading RULE OUTCOME…',
];

function wordsOf([kind = '', ...rest]: readonly string[]): unknown {
  const [first, second] = rest;
  switch (kind) {
    case 'above':
    case 'below':
      return { kind: 'threshold', side: kind, value: first === undefined ? null : Number(first.replace(',', '.')) };
    case 'target':
      return { kind: 'target', ...(first === undefined ? {} : { by: shareOf(first) }) };
    case 'fall':
    case 'rise':
      return {
        kind: 'change',
        side: kind,
        against: second ?? 'previous',
        ...(first === undefined ? { by: 0 } : (amountOf(first) ?? { by: null })),
      };
    case 'unusual':
      return { kind: 'anomaly', ...(first === undefined ? {} : { side: first }) };
    case 'mix':
      return { kind: 'mix', by: first, ...(second === undefined ? {} : { share: shareOf(second) }) };
    case 'stale':
      return { kind: 'stale', days: Number(first) };
    case 'reading':
      return { kind: 'reading', rule: first, outcomes: rest.slice(1) };
    default:
      return { kind };
  }
}

/** A condition as it is typed: «fall 2pp», «above 0.05», «unusual». @returns null where it is none */
export function conditionOf(text: string): AlertCondition | null {
  const parsed = conditionSchema.safeParse(wordsOf(text.trim().split(/\s+/)));
  return parsed.success ? parsed.data : null;
}
