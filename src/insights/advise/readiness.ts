import type { Kpi } from '../../kpis/kpi.ts';
import { needsOf, resolveKpi } from '../../kpis/resolve.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import { beforesOf } from '../../model/field.ts';
import { entities, findDataset } from '../../model/registry.ts';

/** What a workspace holds of one field that a KPI needs; of alternatives, the best filled one. */
export interface FieldState {
  readonly need: string;
  readonly rows: number;
  readonly filled: number;
}

/** Whether a KPI can be computed on a workspace's data today, and on how much. */
export interface Readiness {
  readonly computable: boolean;
  readonly variant: string;
  /** `entity.field`; alternatives are joined with `|`. */
  readonly missing: readonly string[];
  readonly needs: readonly FieldState[];
  /** Records that hold the scarcest of the needed fields. */
  readonly records: number;
  /**
   * The least share of filled rows among the fields that every record should have: a closing date is empty by right while a deal
   * is open and does not count. Null when there is no such field or no row.
   */
  readonly coverage: number | null;
}

function stateOf(need: string, catalog: Catalog): FieldState {
  const dot = need.indexOf('.');
  if (dot < 0) return { need, rows: catalog.rows(need), filled: catalog.rows(need) };
  const dataset = need.slice(0, dot);
  return { need, rows: catalog.rows(dataset), filled: catalog.filled(dataset, need.slice(dot + 1)) };
}

/** Whether every record should have the field: not the time of something that may never happen, nor what is known only then. */
function isDueOfAll(need: string): boolean {
  const [dataset = '', name = ''] = need.split('.');
  const field = findDataset(dataset)?.fields[name];
  if (!field) return false;
  const isTime = field.type === 'instant' || field.type === 'date';
  if (isTime) return field.planned === true || (entities.get(dataset)?.begins ?? 'valid_from') === name;
  return field.type === 'enum' || beforesOf(field).length === 0;
}

/** @throws CuadroError `invalid_parameter`, `unknown_parameter`, where the workspace's settings of the KPI are wrong */
export function readinessOf(kpi: Kpi, catalog: Catalog): Readiness {
  const { variant, missing } = resolveKpi(kpi, catalog, { by: [], where: [] });
  const needs = needsOf(kpi, kpi.variants[variant], catalog.settings).flatMap((need) => {
    const states = (typeof need === 'string' ? [need] : need).map((one) => stateOf(one, catalog));
    return states.toSorted((a, b) => b.filled - a.filled).slice(0, 1);
  });
  const due = needs.filter(({ need, rows }) => rows > 0 && isDueOfAll(need)).map(({ rows, filled }) => filled / rows);
  return {
    computable: missing.length === 0,
    variant,
    missing,
    needs,
    records: needs.length === 0 ? 0 : Math.min(...needs.map(({ filled }) => filled)),
    coverage: due.length === 0 ? null : Math.min(...due),
  };
}
