import { type ReactNode, useId, useState } from 'react';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { PushButton } from '../push-button/push-button.tsx';
import styles from './chart-frame.module.css';

/** The same figures as a table, formatted; the first column names the row. */
export interface TableTwin {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Props {
  readonly title: ReactNode;
  /** `h3` below a section's title (the usual), `null` where the section's own title is enough. */
  readonly heading?: 'h3' | null;
  /** One sentence that says what the picture shows. */
  readonly sentence: ReactNode;
  readonly table: TableTwin;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every picture: its heading, the sentence, and «Ver tabla». A picture is never the only way. */
export function ChartFrame({ title, heading = 'h3', sentence, table, actions, children }: Props) {
  const say = useWords(partsWords);
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.frame} aria-labelledby={heading ? id : undefined} aria-describedby={`${id}says`}>
      {heading && (
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
      )}
      <div className={styles.head}>
        <p id={`${id}says`} className={styles.sentence}>
          {sentence}
        </p>
        <div className={styles.actions}>
          {actions}
          <PushButton look="quiet" className={styles.action} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {say(asTable ? 'asChart' : 'asTable')}
          </PushButton>
        </div>
      </div>
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        <section className={styles.scroll} aria-label={typeof title === 'string' ? title : say('asTable')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join('|')}>
                  {row.map((text, index) =>
                    index === 0 ? (
                      <th key={table.columns[index]} scope="row">
                        {text}
                      </th>
                    ) : (
                      <td key={table.columns[index]}>{text}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        children
      )}
    </figure>
  );
}
