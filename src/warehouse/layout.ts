/** The schemas (DuckDB) or databases (ClickHouse) of one warehouse, as SQL names. */
export interface Layout {
  /** The current version of each record, and the derived datasets. */
  readonly main: string;
  /** Superseded versions. */
  readonly history: string;
  /** Batches, watermarks, custom columns. */
  readonly bookkeeping: string;
}

/** How a workspace's `warehouse.duckdb` is laid out. */
export const duckdbLayout: Layout = { main: 'main', history: 'history', bookkeeping: 'cuadro' };
