import { importWords } from '../../words/import.ts';
import { useWords } from '../../words/language.ts';
import styles from './steps.module.css';

export const steps = ['files', 'format', 'columns', 'values', 'check', 'load'] as const;
export type StepName = (typeof steps)[number];

interface Props {
  readonly step: StepName;
  readonly reachable: readonly StepName[];
  readonly onGo: (step: StepName) => void;
}

/** Where one is, and the way back to what was decided before. */
export function Steps({ step, reachable, onGo }: Props) {
  const say = useWords(importWords);
  const at = steps.indexOf(step);
  return (
    <nav aria-label={say('steps')}>
      <ol className={styles.steps}>
        {steps.map((name, index) => (
          <li key={name} data-state={index < at ? 'done' : index === at ? 'now' : 'later'}>
            <button
              type="button"
              disabled={index !== at && !reachable.includes(name)}
              aria-current={index === at ? 'step' : undefined}
              onClick={() => onGo(name)}
            >
              <span aria-hidden="true">{index < at ? '✓' : index + 1}</span>
              {say(`step_${name}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
