import type { Asked } from '../../metrics/asked.ts';
import type { Catalog } from '../../metrics/catalog.ts';
import type { Cell } from '../../metrics/cell.ts';
import { fieldsOf } from '../../metrics/plan/amounts.ts';
import { isHiddenAmount, isMasked } from '../../metrics/plan/hidden.ts';
import { resolvePath } from '../../metrics/plan/path.ts';
import { isRefused } from '../../metrics/plan/refusal.ts';
import { reasons } from '../../metrics/result/reasons.ts';
import { CuadroError } from '../../model/error.ts';
import type { FieldType } from '../../model/field.ts';
import { findDataset } from '../../model/registry.ts';

/** @throws CuadroError `no_rights` for a KPI that the actor may see nothing of */
export function requireSight(asked: Asked, catalog: Catalog): void {
  if (isRefused(asked, catalog)) throw new CuadroError({ code: 'no_rights', where: asked.kpi });
}

/** Whether a cell was left without its figures because too few stand behind it. */
export const isTooSmall = ({ reasons: why }: Cell): boolean => why.includes(reasons.smallGroup);

/**
 * A definition tells, by its value, of the fields that it compares: who may not see them may not define by them.
 * @throws CuadroError `field_hidden`
 */
export function checkDefinition({ kpi, metric }: Asked, catalog: Catalog): void {
  if (!catalog.sight) return;
  for (const { dataset, path } of fieldsOf(metric)) {
    const holder = resolvePath(dataset, path, catalog);
    if (holder && (isHiddenAmount(holder, catalog) || isMasked(holder, catalog)))
      throw new CuadroError({ code: 'field_hidden', where: kpi, found: path });
  }
}

const columnType = (dataset: string, column: string, catalog: Catalog): FieldType =>
  findDataset(dataset)?.fields[column]?.type ?? catalog.custom(dataset).get(column.replace(/^custom\./, '')) ?? 'text';

/** How a column of a dataset is shown: as it is, under a pseudonym, or not at all. */
export function columnShown(dataset: string, column: string, catalog: Catalog): 'whole' | 'pseudonym' | 'hidden' {
  const holder = { dataset, column, type: columnType(dataset, column, catalog) };
  if (isHiddenAmount(holder, catalog)) return 'hidden';
  if (!isMasked(holder, catalog)) return 'whole';
  // Of a column that nobody has vouched for not even a pseudonym is given: it may hold what is no name.
  return column.startsWith('custom.') || !findDataset(dataset)?.fields[column]?.personal ? 'hidden' : 'pseudonym';
}

/** A record as the actor may see it. */
export function recordShown(
  entity: string,
  record: Readonly<Record<string, unknown>>,
  catalog: Catalog,
): Readonly<Record<string, unknown>> {
  const { sight } = catalog;
  if (!sight) return record;
  return Object.fromEntries(
    Object.entries(record).flatMap(([column, value]) => {
      const shown = columnShown(entity, column, catalog);
      if (shown === 'hidden') return [];
      if (shown === 'whole' || value === null || value === undefined || !sight.personal) return [[column, value]];
      return [[column, sight.personal.pseudonym(column, String(value))]];
    }),
  );
}

/** How much data there are, for those who see only some: the order of magnitude, shares kept. */
export function coarse(catalog: Catalog): Catalog {
  if (!catalog.sight?.rows) return catalog;
  const rounded = (rows: number): number => (rows === 0 ? 0 : 10 ** Math.floor(Math.log10(rows)));
  const filled = (dataset: string, field: string): number => {
    const [all, known] = [catalog.rows(dataset), catalog.filled(dataset, field)];
    return all === 0 || known === 0 ? 0 : Math.max(1, Math.round((rounded(all) * known) / all));
  };
  return { ...catalog, rows: (dataset) => rounded(catalog.rows(dataset)), filled };
}
