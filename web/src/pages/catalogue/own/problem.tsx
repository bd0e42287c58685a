import type { RefObject } from 'react';
import { ApiError } from '../../../api/error.ts';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { TroubleText } from '../../../parts/trouble-text/trouble-text.tsx';
import { useWords } from '../../../words/language.ts';
import { ownKpiWords } from '../../../words/own-kpi.ts';
import styles from './problem.module.css';

/** The line that an error names: `kpi.yaml:12 (metric)`. */
const lineOf = (where: string | null): number | null => {
  const line = /:(\d+)\b/.exec(where ?? '')?.[1];
  return line === undefined ? null : Number(line);
};

/** Selects a line of a text and goes there. */
function goTo(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = Math.max(0, (line - 4) * (area.scrollHeight / Math.max(1, lines.length)));
}

interface Props {
  readonly error: Error;
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

/** What is wrong with a definition: where, what is there, what may be, how to mend it. */
export function Problem({ error, area }: Props) {
  const say = useWords(ownKpiWords);
  const problem = error instanceof ApiError ? error.problem : null;
  const line = lineOf(problem?.where ?? null);
  const key = /\(([^)]+)\)/.exec(problem?.where ?? '')?.[1];
  return (
    <div className={styles.problem} role="alert">
      <p>
        {line !== null && (
          <PushButton look="quiet" className={styles.line} aria-label={say('goToLine', { line })} onClick={() => goTo(area.current, line)}>
            {say('line', { line })}
          </PushButton>
        )}
        {key && <code>{key}</code>}{' '}
        <b>
          <TroubleText error={error} />
        </b>
      </p>
      {problem?.expected && <p>{say('expected', { expected: problem.expected })}</p>}
      {problem?.fix && <p>{problem.fix}</p>}
    </div>
  );
}
