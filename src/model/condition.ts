/** One comparison of a dimension. `null` with `=` asks for rows where it is unknown, with `!=` for those where it is known. */
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

/** @returns `owner.name=Ana`, `amount>=1000`, `region=` (rows without one) or `segment=VIP` as a condition; null for what is none */
export function readCondition(text: string): Condition | null {
  const match = /^\s*([^=!<>]+?)\s*(!=|>=|<=|=)(.*)$/s.exec(text);
  const op = ops.get(match?.[2] ?? '');
  const [, dimension, , value] = match ?? [];
  if (dimension === undefined || op === undefined || value === undefined) return null;
  if (value === '' && op !== '=' && op !== '!=') return null;
  return { dimension, op, value: value === '' ? null : value };
}
