import type { AuditDetail } from './entry.ts';

const name = /^[\w.:-]{1,100}$/;
const names = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && name.test(one));

/**
 * What an input tells by keys that mean the same in every operation: KPIs, batch, period. Filters are left out: they may name people.
 * @param input as it came: it may be wrong
 */
export function commonDetail(input: unknown): AuditDetail {
  if (typeof input !== 'object' || input === null) return {};
  const { kpi, kpis, batch, from, to } = input as Readonly<Record<string, unknown>>;
  const asked = names(kpis ?? kpi).slice(0, 100);
  const [one] = names(batch);
  const period = [from, to].filter((day): day is string => typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day));
  return {
    ...(asked.length > 0 ? { kpis: asked } : {}),
    ...(one === undefined ? {} : { batch: one }),
    ...(period.length === 2 ? { period: period.join('/') } : {}),
  };
}
