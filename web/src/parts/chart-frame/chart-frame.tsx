import { type ReactNode, useId, useRef, useState } from 'react';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import type { Look } from '../chart/look.ts';
import { isNumber } from '../data-table/write-cell.ts';
import { ExportMenu } from '../exports/export-menu.tsx';
import { useAbout } from '../exports/use-about.ts';
import { PushButton } from '../push-button/push-button.tsx';
import styles from './chart-frame.module.css';
import { columnOf, exportedTwin, type TableTwin, writeTwin } from './twin.ts';

interface Props {
  /** Names the picture, its table, and the files that they are exported into. */
  readonly title: string;
  /** `h3` below a section's title (the usual), `null` where the section's own title is enough. */
  readonly heading?: 'h3' | null;
  /** One sentence that says what the picture shows. */
  readonly sentence: ReactNode;
  /** Of what time it is: on the picture that is exported, and in its name. */
  readonly period?: string | null;
  readonly table: TableTwin;
  readonly actions?: ReactNode;
  /** What is exported instead of a copy of what is drawn. */
  readonly drawing?: (look: Look, width: number) => HTMLElement | Promise<HTMLElement>;
  readonly children: ReactNode;
}

/** What stands around every picture: its heading, the sentence, «Ver tabla» and «Descargar». A picture is never the only way. */
export function ChartFrame({ title, heading = 'h3', sentence, period = null, table, actions, drawing, children }: Props) {
  const say = useWords(partsWords);
  const format = useFormat();
  const id = useId();
  const said = useRef<HTMLParagraphElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const { source } = useAbout(title, period);
  const columns = table.columns.map(columnOf);
  const savePicture = async (): Promise<void> => {
    const exported = await import('../exports/picture.ts');
    await exported.savePicture({
      title,
      period,
      sentence: said.current?.textContent ?? '',
      source,
      content: (look, width) => {
        if (drawing) return drawing(look, width);
        const copy = content.current?.cloneNode(true);
        if (!(copy instanceof HTMLElement)) throw new Error('nothing is drawn');
        return copy;
      },
    });
  };
  return (
    <figure className={styles.frame} aria-labelledby={heading ? id : undefined} aria-describedby={`${id}says`}>
      {heading && (
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
      )}
      <div className={styles.head}>
        <p ref={said} id={`${id}says`} className={styles.sentence}>
          {sentence}
        </p>
        <div className={styles.actions}>
          {actions}
          <PushButton look="quiet" className={styles.action} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {say(asTable ? 'asChart' : 'asTable')}
          </PushButton>
          <ExportMenu
            name={title}
            period={period}
            table={() => exportedTwin(table, say('points_of_hundred'))}
            onPicture={asTable && !drawing ? undefined : savePicture}
          />
        </div>
      </div>
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        <section className={styles.scroll} aria-label={title} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map(({ label, kind }) => (
                  <th key={label} scope="col" data-number={isNumber(kind) || undefined}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of the same name are told apart by their place alone
                <tr key={at}>
                  {columns.map((column, index) => {
                    const text = writeTwin(row[index] ?? null, column, format);
                    return index === 0 ? (
                      <th key={column.label} scope="row">
                        {text}
                      </th>
                    ) : (
                      <td key={column.label} data-number={isNumber(column.kind) || undefined}>
                        {text}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <div ref={content}>{children}</div>
      )}
    </figure>
  );
}
