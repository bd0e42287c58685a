import { type Condition, readCondition } from '../model/condition.ts';
import { CuadroError } from '../model/error.ts';

/**
 * `owner.name=Ana`, `amount>=1000`, `region=` (rows without one), `segment=VIP`.
 * @throws CuadroError condition_invalid
 */
export function parseCondition(text: string, where = '--where'): Condition {
  const condition = readCondition(text);
  if (condition === null) throw new CuadroError({ code: 'condition_invalid', where, found: text });
  return condition;
}
