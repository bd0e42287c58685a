/**
 * Expressions over one row of a dataset. They are data, so that each dialect can print them and the oracle can
 * evaluate them. Null is SQL's: a comparison with null is null, and a filter keeps what is true.
 */
export type Scalar = string | number | boolean | null;

export type Expression =
  | { readonly op: 'field'; readonly path: string }
  | { readonly op: 'literal'; readonly value: Scalar }
  | { readonly op: 'and' | 'or'; readonly items: readonly Expression[] }
  | { readonly op: 'not' | 'is_null'; readonly item: Expression }
  | { readonly op: '=' | '<>' | '<' | '<=' | '>' | '>='; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'in'; readonly item: Expression; readonly values: readonly Scalar[] }
  | { readonly op: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'coalesce' | 'least' | 'greatest'; readonly items: readonly Expression[] }
  | { readonly op: 'case'; readonly when: Expression; readonly value: Expression; readonly otherwise: Expression }
  /** The calendar day of an instant or date field, moved by `days`. */
  | { readonly op: 'day'; readonly path: string; readonly plus: number }
  /** Time from one field to another by the rule of the CLI contract: a difference of dates if either is only a date, else elapsed. In `unit`. */
  | { readonly op: 'elapsed'; readonly from: string; readonly to: string; readonly unit: TimeUnit; readonly time: 'calendar' | 'business' }
  /** Whole calendar days from one field to another. */
  | { readonly op: 'days'; readonly from: string; readonly to: string }
  /** A money field in the workspace's currency, at the rate of `on` (a time field); null when the rate is missing. */
  | { readonly op: 'money'; readonly path: string; readonly on: string };

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day';

const asExpression = (value: Expression | Scalar): Expression =>
  typeof value === 'object' && value !== null ? value : { op: 'literal', value };

/** A field of the row, or of a record it refers to: `amount`, `account.industry`. */
export const field = (path: string): Expression => ({ op: 'field', path });
export const literal = (value: Scalar): Expression => ({ op: 'literal', value });
export const all = (...items: Expression[]): Expression => ({ op: 'and', items });
export const any = (...items: Expression[]): Expression => ({ op: 'or', items });
export const not = (item: Expression): Expression => ({ op: 'not', item });
export const isNull = (path: string): Expression => ({ op: 'is_null', item: field(path) });
export const isKnown = (path: string): Expression => not(isNull(path));
export const is = (path: string, value: Scalar): Expression => ({ op: '=', left: field(path), right: literal(value) });
/** True also where the field is null: `isNot('status', 'cancelled')` keeps orders of unknown status. */
export const isNot = (path: string, value: Scalar): Expression => any(isNull(path), { op: '<>', left: field(path), right: literal(value) });
export const isOneOf = (path: string, values: readonly Scalar[]): Expression => ({ op: 'in', item: field(path), values });
export const compare = (left: Expression | Scalar, op: '=' | '<>' | '<' | '<=' | '>' | '>=', right: Expression | Scalar): Expression => ({
  op,
  left: asExpression(left),
  right: asExpression(right),
});
export const calculate = (left: Expression | Scalar, op: '+' | '-' | '*' | '/', right: Expression | Scalar): Expression => ({
  op,
  left: asExpression(left),
  right: asExpression(right),
});
export const coalesce = (...items: (Expression | Scalar)[]): Expression => ({ op: 'coalesce', items: items.map(asExpression) });
export const choose = (when: Expression, value: Expression | Scalar, otherwise: Expression | Scalar): Expression => ({
  op: 'case',
  when,
  value: asExpression(value),
  otherwise: asExpression(otherwise),
});
/** The calendar day of a time field, moved by a number of days. */
export const day = (path: string, plus = 0): Expression => ({ op: 'day', path, plus });
export const days = (from: string, to: string): Expression => ({ op: 'days', from, to });
export const elapsed = (from: string, to: string, unit: TimeUnit, time: 'calendar' | 'business' = 'calendar'): Expression => ({
  op: 'elapsed',
  from,
  to,
  unit,
  time,
});
export const money = (path: string, on: string): Expression => ({ op: 'money', path, on });
