export type CellState = 'ok' | 'zero' | 'no_data' | 'immature' | 'partial' | 'unavailable';

/** One number with everything needed to trust it. Rates are fractions, money is in the workspace's currency. */
export interface Cell {
  readonly kpi: string;
  readonly variant: string;
  readonly version: string;
  /** Both dates included. */
  readonly period: { readonly start: string; readonly end: string };
  readonly group: Readonly<Record<string, string | null>>;
  readonly value: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  /** Usable rows behind the value (of a rate: of its denominator). */
  readonly n: number;
  readonly state: CellState;
  /** 95 % confidence. */
  readonly ci?: readonly [number, number];
  /** Usable rows over rows that should have counted; 1 when there were none. */
  readonly coverage: number;
  readonly watermark: string | null;
  readonly reasons: readonly string[];
  readonly detail: Readonly<Record<string, unknown>> | null;
  /** With `compare`: the cell's counterpart and the change. */
  readonly comparison?: {
    readonly period: { readonly start: string; readonly end: string };
    readonly value: number | null;
    readonly change: number | null;
    /** As a share of what was; null where a share says nothing (`model/change.ts`). */
    readonly relative: number | null;
  };
}
