import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { useFormat } from '../../words/format.ts';
import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.ts';
import styles from './import-page.module.css';
import type { StepName } from './steps.tsx';

export type Problem = NonNullable<OperationOutput<'import'>['problems']>[number];

/** What mends a kind of fault. */
const repairOf = (code: string): 'values' | 'columns' | 'format' | 'file' => {
  if (code === 'not_in_list' || code === 'unknown_currency' || code === 'invalid_boolean') return 'values';
  if (code === 'missing_id' || code === 'duplicate_id') return 'columns';
  if (code === 'invalid_date' || code === 'invalid_number' || code === 'ragged_row' || code === 'invalid_utf8') return 'format';
  return 'file';
};

const order = ['values', 'columns', 'format', 'file'] as const;

interface Props {
  readonly problems: readonly Problem[];
  /** Null: nothing can be mended here any more. */
  readonly go: ((step: StepName) => void) | null;
}

/** Rejected rows by what mends them: a rule once for all of a kind. */
export function Problems({ problems, go }: Props) {
  const say = useWords(importWords);
  const format = useFormat();
  if (problems.length === 0) return <p className={styles.help}>{say(go ? 'problemsNone' : 'leftNothing')}</p>;
  return (
    <>
      {go && <p className={styles.help}>{say('problemsHelp')}</p>}
      {order.map((repair) => {
        const own = problems.filter(({ code }) => repairOf(code) === repair);
        if (own.length === 0) return null;
        return (
          <div key={repair}>
            <div className={styles.controls}>
              <h3>{say(`action_${repair}`)}</h3>
              {go && repair !== 'file' && <PushButton onClick={() => go(repair)}>{say(`repair_${repair}`)}</PushButton>}
            </div>
            {own.map((problem) => (
              <div key={`${problem.file} ${problem.column} ${problem.code}`} className={styles.problem}>
                <b>
                  {say('problemRows', { count: problem.rows, n: format.number(problem.rows, 0) })}:{' '}
                  {problem.column === null
                    ? say('problemFile', { file: problem.file })
                    : say('problemWhere', { file: problem.file, column: problem.column })}
                </b>
                <p>{problem.reason}</p>
                {problem.values.length > 0 && (
                  <p className={styles.values}>
                    {problem.values.map(({ value, rows }) => (
                      <span key={value}>
                        <code>{value}</code> {format.number(rows, 0)}
                      </span>
                    ))}
                  </p>
                )}
                {problem.lines.length > 0 && (
                  <p>
                    {say('problemLines', {
                      count: problem.lines.length,
                      lines: `${problem.lines.join(', ')}${problem.rows > problem.lines.length ? '…' : ''}`,
                    })}
                  </p>
                )}
              </div>
            ))}
          </div>
        );
      })}
    </>
  );
}
