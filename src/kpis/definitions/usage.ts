import { count, countDistinct } from '../../metrics/build.ts';
import { all, type Expression, isNot, isOneOf } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedResult, Panel, PanelRow, SimpleMetric, StockMetric } from '../../metrics/metric.ts';
import type { Need, Parameter } from '../kpi.ts';

/** What leaves something in the CRM; to log in or look does not. */
export const actions = {
  default: ['create', 'update', 'log'],
  name: { es: 'Tipos de evento que son trabajo en el CRM', en: 'Types of event that are work in the CRM' },
} satisfies Parameter;

export const usageNeeds: readonly Need[] = ['user_event.user_id', 'user_event.type', 'user_event.occurred_at', 'user.created_at'];

export const usageDimensions: readonly string[] = ['user.team', 'user.office', 'user.role', 'user.name'];

/** Users have under their own names what events have under their user's. */
const dimensions = Object.fromEntries(['name', 'team', 'office', 'department', 'role'].map((field) => [`user.${field}`, field]));

/** People with a licence (one that nobody denies), from when they were made users until they left. */
export const licensedUsers = (at: StockMetric['at']): StockMetric => ({
  kind: 'stock',
  dataset: 'user',
  aggregate: 'count',
  where: isNot('is_licensed', false),
  span: { from: 'created_at', to: 'left_at' },
  dimensions,
  at,
});

const events = (where: Expression): Parameters<typeof count>[1] => ({
  at: 'occurred_at',
  where: all(where, isNot('user.is_licensed', false)),
});

/** Licensed people with such an event in the period. */
export const activeUsers = (where: Expression): SimpleMetric => countDistinct('user_event', 'user_id', events(where));
export const usageEvents = (where: Expression): SimpleMetric => count('user_event', events(where));
export const ofTypes = (types: readonly string[]): Expression => isOneOf('type', types);

export const weekly = (metric: Panel['metric']): Panel => ({ metric, grain: 'week' });

const totalOf = (rows: readonly PanelRow[] | undefined): number =>
  (rows ?? []).reduce((sum, { cells }) => sum + cells.reduce((own, { value }) => own + (value ?? 0), 0), 0);

/**
 * What the panel `part` has over what the panel `whole` has, both added up over the whole weeks of the period, so that a month reads
 * as its average week.
 */
export const overWeeks = ({ panels }: ComputedInput): ComputedResult => {
  const [part, whole] = [totalOf(panels.part), totalOf(panels.whole)];
  const weeks = panels.whole?.[0]?.cells.length ?? 0;
  if (weeks === 0) return { value: null, n: 0, reasons: ['no_whole_week'] };
  if (whole === 0) return { value: null, numerator: part, denominator: 0, n: 0, reasons: ['denominator_zero'] };
  return { value: part / whole, numerator: part, denominator: whole, n: Math.round(whole), detail: { weeks } };
};
