/** A condition as the command line writes it: `owner.name=Ana`, `region=` for those without one. */
const isCondition = (value: object): value is { dimension: string; op: string; value: string | null } =>
  'dimension' in value && 'op' in value && 'value' in value;

function pairs(name: string, value: unknown): [string, string][] {
  if (value === undefined) return [];
  if (value === null) return [[name, '']];
  if (Array.isArray(value)) return value.flatMap((one) => pairs(name, one));
  if (typeof value !== 'object') return [[name, String(value)]];
  if (isCondition(value)) return [[name, `${value.dimension}${value.op}${value.value ?? ''}`]];
  return Object.entries(value).flatMap(([key, one]) => pairs(`${name}.${key}`, one));
}

/** An input as a query string: lists repeat their name, objects name their fields `against.from`. */
export const queryString = (input: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams(Object.entries(input).flatMap(([name, value]) => pairs(name, value))).toString();
