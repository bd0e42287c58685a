import type { AlertCondition } from '../../insights/alerts/rule.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import type { AlertTable } from '../../store/tables/alert.ts';
import type { KeptRule } from './rules.ts';

/** DIM=VALUE; null: the company. */
export const scopeOf = ({ scope }: Pick<AlertTable, 'scope'>): string | null => (scope === '' ? null : scope);

/** By which periods a rule looks. */
export const grainWith = ({ rule: { grain } }: Pick<KeptRule, 'rule'>, kpi: Kpi | undefined): string => grain ?? kpi?.grain ?? 'month';

/** What the figures of a condition are in: of a mix a share, of old data days. */
export const unitOf = ({ kind }: AlertCondition, unit: string): string => (kind === 'mix' ? 'rate' : kind === 'stale' ? 'days' : unit);
