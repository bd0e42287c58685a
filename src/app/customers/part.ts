import { isBeyond } from '../../metrics/plan/limit.ts';
import { Rows, type World } from '../../metrics/plan/rows.ts';
import { conjunction, lines } from '../../metrics/sql/filter.ts';

/** What one dataset says of each account: columns by name, as SQL over its rows. */
export interface Part {
  readonly columns: Readonly<Record<string, string>>;
  /** The account that a row is about. */
  readonly account: string;
  readonly where: readonly (string | null)[];
  /** Whether an account may have many rows: the columns are aggregates then. */
  readonly isMany?: boolean;
}

/**
 * A SELECT of `source`, `account` and the columns of a part, over the rows that may be seen.
 * @returns null where the dataset is empty or nothing of it may be seen
 */
export function printPart(dataset: string, world: World, build: (rows: Rows) => Part): string | null {
  if (world.catalog.rows(dataset) === 0 || isBeyond(dataset, world.catalog)) return null;
  const rows = new Rows(dataset, world);
  const { columns, account, where, isMany = false } = build(rows);
  const chosen = Object.entries(columns).map(([name, sql]) => `${sql} as ${name}`);
  return lines(
    `select ${[`${rows.source} as source`, `${account} as account`, ...chosen].join(', ')}`,
    rows.from(),
    conjunction(...where, rows.live(), `${account} is not null`),
    isMany ? 'group by 1, 2' : '',
  );
}

/** That a span holds at the close of a day. */
export const holdsAt = (rows: Rows, close: string): string => {
  const [from, to] = [rows.day('valid_from'), rows.day('valid_to')];
  return `(${from} is null or ${from} <= ${close}) and (${to} is null or ${to} > ${close})`;
};
