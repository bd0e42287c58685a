import { all, day, type Expression, isOneOf } from '../../metrics/expression.ts';
import type { StockMetric } from '../../metrics/metric.ts';
import type { Parameter } from '../kpi.ts';

/** Rights to change, take away or see what is sensitive. */
export const permissions = {
  default: ['write', 'export', 'sensitive', 'delete', 'admin'],
  name: { es: 'Permisos que cuentan como acceso a los datos', en: 'Permissions that count as access to data' },
} satisfies Parameter;

/** The people who hold such a right at the end of the period. */
export const peopleWithAccess = (
  held: readonly string[],
  more: { readonly where?: Expression; readonly since?: readonly Expression[] } = {},
): StockMetric => ({
  kind: 'stock',
  dataset: 'access_grant',
  aggregate: 'count_distinct',
  of: { op: 'field', path: 'user_id' },
  where: all(isOneOf('permission', held), ...(more.where ? [more.where] : [])),
  ...(more.since ? { since: more.since } : {}),
  span: { from: 'granted_at', to: 'revoked_at' },
  at: 'closing',
});

/** The trainings that are valid at the end of the period; one without an end stays valid. */
export const validTrainings = (topics: readonly string[] | null): StockMetric => ({
  kind: 'stock',
  dataset: 'training',
  aggregate: 'count',
  ...(topics === null ? {} : { where: isOneOf('topic', topics) }),
  span: { from: 'completed_on', to: null },
  until: [day('valid_until', 1)],
  at: 'closing',
});
