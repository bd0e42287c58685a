import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import type { Say } from '../../words/language.ts';
import type { Format } from '../../words/writing.ts';

export type Alert = OperationOutput<'alerts'>['alerts'][number];

/** In what a figure of an alert is: what a mix finds is a share of the KPI, what is stale is so many days old. */
export const unitOf = ({ kind, unit }: Pick<Alert, 'kind' | 'unit'>): string =>
  kind === 'mix' ? 'rate' : kind === 'stale' ? 'wholeDays' : unit;

/** A figure of an alert as it is written. */
export function writeFigure(value: number, alert: Pick<Alert, 'kind' | 'unit'>, say: Say<'days'>, format: Format): string {
  const unit = unitOf(alert);
  return unit === 'wholeDays' ? say('days', { count: Math.round(value), n: format.number(value, 0) }) : format.value(value, unit);
}

/** The last day of a mute, which ends as that day does. */
export const lastDay = (until: string, format: Format): string => format.momentDay(new Date(Date.parse(until) - 1000).toISOString());

const grains = ['day', 'week', 'month', 'quarter'] as const;

/** What an alert says; of one that cannot be judged, that alone. */
export function saysOf(alert: Alert, say: Say<'blind'>, format: Format, scopeName: (scope: string) => string): string {
  const { says, rule_says: rule, value, fired, period, name, scope } = alert;
  if (fired === null && value === null && period !== null) {
    const whole = scope === null ? name : `${name} (${scopeName(scope)})`;
    return say('blind', { name: whole, period: format.period(period, grainOf(alert)) });
  }
  return format.sentence(says === '' ? rule : says);
}

/** The grain that a period is written by: what is stale is of one day. */
export const grainOf = ({ kind, grain }: Pick<Alert, 'kind' | 'grain'>): string =>
  kind === 'stale' ? 'day' : (grains.find((one) => one === grain) ?? 'month');

const kinds = ['threshold', 'target', 'change', 'anomaly', 'mix', 'guard', 'stale', 'reading'] as const;

/** What a figure is held against, by the kind of rule. */
export const kindOf = (kind: string): (typeof kinds)[number] => kinds.find((one) => one === kind) ?? 'threshold';
