import styles from './row-table.module.css';

interface Props {
  /** Names the table for whoever cannot see it. */
  readonly caption: string;
  /** Said where there is no row. */
  readonly none: string;
  readonly columns: readonly string[];
  /** Which columns are numbers, from 0. */
  readonly numbers?: readonly number[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly (string | null)[]; readonly warn?: boolean }[];
}

/** A few records in rows; the first cell names each. */
export function RowTable({ caption, none, columns, numbers = [], rows }: Props) {
  if (rows.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" data-number={numbers.includes(index) || undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells, warn = false }) => (
            <tr key={id} data-warn={warn || undefined}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]} scope="row">
                    {cell ?? '–'}
                  </th>
                ) : (
                  <td key={columns[index]} data-number={numbers.includes(index) || undefined}>
                    {cell === null || cell === '' ? '–' : cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
