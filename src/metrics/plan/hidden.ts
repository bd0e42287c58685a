import { CuadroError } from '../../model/error.ts';
import { findDataset } from '../../model/registry.ts';
import type { Catalog } from '../catalog.ts';
import type { ResolvedPath } from './path.ts';

/** What fields of any kind were and became: amounts or not, it cannot be told. */
const mixed: ReadonlySet<string> = new Set(['field_change.old_value', 'field_change.new_value', 'field_span.value']);

const isCustom = (column: string): boolean => column.startsWith('custom.');

/** Whether a column holds amounts that are hidden; one of a source's own is taken for amounts where it holds numbers. */
export function isHiddenAmount({ dataset, column, type }: Pick<ResolvedPath, 'dataset' | 'column' | 'type'>, { sight }: Catalog): boolean {
  if (sight?.amounts !== 'hidden') return false;
  if (!isCustom(column)) return mixed.has(`${dataset}.${column}`) || findDataset(dataset)?.fields[column]?.type === 'money';
  return type !== 'boolean' && type !== 'date' && type !== 'instant' && !sight.isSafe(dataset, column);
}

/** Whether a column is personal and masked. */
export const isMasked = ({ dataset, column }: Pick<ResolvedPath, 'dataset' | 'column'>, { sight }: Catalog): boolean =>
  sight?.personal?.isHidden(dataset, column) ?? false;

/**
 * A filter on what is hidden would tell it, one question after another.
 * @throws CuadroError `field_hidden`
 */
export function checkFilter(path: string, holder: ResolvedPath, catalog: Catalog): void {
  if (isHiddenAmount(holder, catalog) || isMasked(holder, catalog))
    throw new CuadroError({ code: 'field_hidden', where: '--where', found: path });
}
