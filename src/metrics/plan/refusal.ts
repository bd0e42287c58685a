import type { Asked } from '../asked.ts';
import type { Catalog } from '../catalog.ts';
import { amountsIn } from './amounts.ts';
import { isBeyond } from './limit.ts';
import { readingsOf } from './metrics-within.ts';

/**
 * Whether a KPI is beyond what may be seen: it reads rows that belong to the company and not to anybody in particular, or shows amounts
 * that are hidden.
 */
export const isRefused = ({ metric, unit }: Pick<Asked, 'metric' | 'unit'>, catalog: Catalog): boolean =>
  catalog.sight !== undefined &&
  (readingsOf(metric).some(({ dataset }) => isBeyond(dataset, catalog)) || amountsIn(metric, unit ?? null, catalog) === 'value');
