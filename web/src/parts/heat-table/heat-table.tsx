import styles from './heat-table.module.css';

export interface HeatCell {
  /** How dark it is, against the most; null: nothing there. */
  readonly value: number | null;
  readonly text: string;
  /** In full, for the tooltip. */
  readonly full?: string | null;
  readonly isTotal?: boolean;
  /** Not final: hatched. */
  readonly open?: boolean;
}

interface Props {
  /** Names the table for whoever cannot see it. */
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly HeatCell[] }[];
  /** What the darkest is; default: the largest of all. */
  readonly most?: number;
}

/** Numbers crossed, the larger the darker: each is written, so that colour tells nothing on its own. */
export function HeatTable({ caption, corner, columns, rows, most }: Props) {
  const largest = most ?? Math.max(...rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)), Number.MIN_VALUE);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map(({ value, text, full, isTotal = false, open = false }, index) => (
                <td
                  key={columns[index]}
                  data-total={isTotal || undefined}
                  data-open={open || undefined}
                  title={full ?? undefined}
                  style={
                    value === null
                      ? undefined
                      : { ['--depth' as string]: `${Math.round(Math.min(1, Math.max(0, value) / largest) * 100)}%` }
                  }
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
