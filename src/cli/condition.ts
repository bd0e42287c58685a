import { CuadroError } from '../model/error.ts';

export interface Condition {
  readonly dimension: string;
  readonly op: '=' | '!=' | '>=' | '<=';
  readonly value: string | null;
}

const ops = new Map<string, Condition['op']>([
  ['=', '='],
  ['!=', '!='],
  ['>=', '>='],
  ['<=', '<='],
]);

/**
 * `owner.name=Ana`, `amount>=1000`, `region=` (rows without one), `segment=VIP`.
 * @throws CuadroError condition_invalid
 */
export function parseCondition(text: string): Condition {
  const match = /^\s*([^=!<>]+?)\s*(!=|>=|<=|=)(.*)$/s.exec(text);
  const op = ops.get(match?.[2] ?? '');
  const [, dimension, , value] = match ?? [];
  if (dimension === undefined || op === undefined || value === undefined)
    throw new CuadroError({ code: 'condition_invalid', where: '--where', found: text });
  if (value === '' && op !== '=' && op !== '!=') throw new CuadroError({ code: 'condition_invalid', where: '--where', found: text });
  return { dimension, op, value: value === '' ? null : value };
}
