import { parseCondition } from '../app/condition.ts';
import { CuadroError } from '../model/error.ts';
import type { Call } from './call.ts';
import type { OptionSpec } from './option-spec.ts';

/** Options that query, records and explain share, and how their texts become values. */
export const queryOptions = {
  kpi: { kind: 'list', value: 'ID', words: { es: 'indicador o indicadores', en: 'KPI or KPIs' } },
  from: { kind: 'value', value: 'AAAA-MM-DD', words: { es: 'primer día', en: 'first day' } },
  to: { kind: 'value', value: 'AAAA-MM-DD', words: { es: 'último día, incluido', en: 'last day, included' } },
  by: { kind: 'list', value: 'DIM', words: { es: 'dimensiones por las que agrupar', en: 'dimensions to group by' } },
  where: {
    kind: 'list',
    value: "'DIM=VALOR'",
    keepCommas: true,
    words: { es: 'solo las filas que lo cumplan', en: 'only rows that meet it' },
  },
  'as-of': { kind: 'value', value: 'AAAA-MM-DD', words: { es: 'el mundo al final de ese día', en: 'the world at the end of that day' } },
  'known-at': { kind: 'value', value: 'AAAA-MM-DD', words: { es: 'lo cargado hasta ese día', en: 'what was loaded by that day' } },
  attributes: {
    kind: 'value',
    value: 'then|now',
    oneOf: ['then', 'now'],
    words: { es: 'atributos de entonces o de hoy', en: 'attributes of then or of now' },
  },
  variant: { kind: 'value', value: 'V', words: { es: 'variante del indicador', en: 'variant of the KPI' } },
} as const satisfies Record<string, OptionSpec>;

/** @throws CuadroError option_invalid, for a day that is none */
export function dayOption(call: Call, name: string): string | undefined {
  const text = call.options.values.get(name);
  if (text === undefined) return undefined;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    // No such day: reported below.
  }
  throw new CuadroError({
    code: 'option_invalid',
    where: `--${name}`,
    found: text,
    expected: 'YYYY-MM-DD',
    params: { command: call.command },
  });
}

export function conditions(call: Call): ReturnType<typeof parseCondition>[] {
  return (call.options.lists.get('where') ?? []).map((text) => parseCondition(text));
}

/** `previous`, `year` or `2025-01-01..2025-12-31`. */
export function rangeOption(call: Call, name: string): 'previous' | 'year' | { from: string; to: string } | undefined {
  const text = call.options.values.get(name);
  if (text === undefined || text === 'previous' || text === 'year') return text;
  const match = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (match?.[1] !== undefined && match[2] !== undefined) return { from: match[1], to: match[2] };
  throw new CuadroError({
    code: 'option_invalid',
    where: `--${name}`,
    found: text,
    expected: 'previous, year, YYYY-MM-DD..YYYY-MM-DD',
    params: { command: call.command },
  });
}

/** A value that is one of those that its option has; others were refused when it was read. */
export function oneOf<const T extends string>(call: Call, name: string, values: readonly T[]): T | undefined {
  const text = call.options.values.get(name);
  return values.find((value) => value === text);
}

/** The one KPI that the command is about. */
export function oneKpi(call: Call): string {
  const [kpi, another] = call.options.lists.get('kpi') ?? [];
  if (kpi === undefined) throw new CuadroError({ code: 'option_missing', where: '--kpi', params: { command: call.command } });
  if (another !== undefined)
    throw new CuadroError({ code: 'option_given_twice', where: '--kpi', found: another, params: { command: call.command } });
  return kpi;
}

/** Only the options that were given. */
export const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
