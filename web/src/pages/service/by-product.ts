import type { OperationOutput } from '../../../../src/app/api/client-types.ts';

type Cell = Extract<OperationOutput<'query'>, { readonly cells: unknown }>['cells'][number];

/** A share of one product, with its interval. */
export interface Share {
  readonly name: string;
  readonly value: number;
  readonly ci: readonly [number, number] | null;
  readonly n: number;
  readonly unsure: boolean;
}

const product = 'product.name';

/** The shares of products in one answer; those that are of no product are left out. */
export const sharesOf = (cells: readonly Cell[], kpi: string): readonly Share[] =>
  cells.flatMap(({ kpi: of, group, value, ci, n, reasons }) => {
    const name = group[product] ?? null;
    if (of !== kpi || name === null || value === null) return [];
    return [{ name, value, ci: ci ? ([ci[0], ci[1]] as const) : null, n, unsure: reasons.includes('small_sample') }];
  });

/** The share of all together, where the answer is not split. */
export const wholeOf = (cells: readonly Cell[], kpi: string): number | null =>
  cells.find(({ kpi: of, group }) => of === kpi && Object.keys(group).length === 0)?.value ?? null;
