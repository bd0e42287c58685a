/** What was expected of a KPI, signed: by how much it should change. */
export interface Expected {
  /** In the KPI's unit, or as a share of what was to be expected without. */
  readonly change: number;
  readonly isRelative: boolean;
}

export interface Measured {
  readonly isClear: boolean;
  readonly value: number;
  readonly interval: readonly [number, number];
  /** What was to be expected without, a period. */
  readonly expected: number;
  /** Over all periods after, of what adds up; else null. */
  readonly total: number | null;
  readonly unit: string;
}

/** `reached`: that much and beyond chance; `missed`: less than that, beyond chance; `unsure`: it may be either. */
export type Met = 'reached' | 'missed' | 'unsure';

/**
 * Whether an effect is what was expected: 5 % more was expected, 8 % came, between 2 and 14 %: reached, for 0 lies outside and 8 is beyond 5. Between −1
 * and 4 %: missed.
 */
export function metOf({ change, isRelative }: Expected, { isClear, value, interval, expected }: Measured): Met | null {
  const wanted = isRelative ? change * expected : change;
  if (wanted === 0 || (isRelative && !(expected > 0))) return null;
  const sign = Math.sign(wanted);
  const [least, most] = sign > 0 ? interval : [-interval[1], -interval[0]];
  if (isClear && sign * value >= Math.abs(wanted) && least > 0) return 'reached';
  return most < Math.abs(wanted) ? 'missed' : 'unsure';
}

export interface Worth {
  /** Of money: what it brought over what it cost. */
  readonly times: number | null;
  /** Of what is counted: what one more, or one fewer, cost. */
  readonly each: number | null;
}

/** What came of the money: only of what adds up and is beyond chance. 6,000 more for 2,000 is 3 times; 40 more leads for 2,000, 50 each. */
export function worthOf(cost: number | null, { isClear, total, unit }: Measured): Worth | null {
  if (cost === null || !(cost > 0) || !isClear || total === null || total === 0) return null;
  if (unit === 'money') return { times: total / cost, each: null };
  return unit === 'count' ? { times: null, each: cost / Math.abs(total) } : null;
}
