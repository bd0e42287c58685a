import { CuadroError } from '../model/error.ts';
import type { Condition } from './query.ts';

/**
 * Reads a filter as people type it: `owner.name=Ana`, `stage!=Won`, `amount>=1000`, `region=` (unknown).
 * @throws CuadroError `invalid_filter`
 */
export function parseCondition(text: string): Condition {
  const match = /^([^=!<>]+)(!=|>=|<=|=)(.*)$/s.exec(text);
  const [, dimension = '', op, value = ''] = match ?? [];
  if (dimension.trim() === '' || (op !== '=' && op !== '!=' && op !== '>=' && op !== '<=')) {
    throw new CuadroError({ code: 'invalid_filter', where: '--where', found: text });
  }
  return { dimension: dimension.trim(), op, value: value === '' ? null : value };
}
