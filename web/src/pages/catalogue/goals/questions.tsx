import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { goalsWords } from '../../../words/goals.ts';
import { useWords } from '../../../words/language.ts';
import styles from './questions.module.css';
import type { Wish } from './wish.ts';

interface Props {
  readonly themes: OperationOutput<'choices'>['themes'];
  readonly answers: Wish['answers'];
  readonly onChange: (answers: Wish['answers']) => void;
}

/** The guided path: questions by theme, yes, no, or none; each answer may lead to a goal or a KPI. */
export function Questions({ themes, answers, onChange }: Props) {
  const say = useWords(goalsWords);
  const count = Object.keys(answers).length;
  const answer = (id: string, value: 'yes' | 'no' | null): void => {
    const { [id]: _, ...rest } = answers;
    onChange(value === null ? rest : { ...rest, [id]: value });
  };
  return (
    <details className={styles.guide} open={count > 0 || undefined}>
      <summary>
        {say('questions')} {count > 0 && <small>{say('answered', { count })}</small>}
      </summary>
      <div className={styles.themes}>
        {themes.map((theme) => (
          <section key={theme.id} className={styles.theme} aria-label={theme.name}>
            <h3>{theme.name}</h3>
            {theme.questions.map(({ id, text }) => (
              <fieldset key={id} className={styles.question}>
                <legend>{text}</legend>
                {(['yes', 'no', null] as const).map((value) => (
                  <label key={value ?? 'skip'}>
                    <input type="radio" name={id} checked={(answers[id] ?? null) === value} onChange={() => answer(id, value)} />{' '}
                    {say(value ?? 'skip')}
                  </label>
                ))}
              </fieldset>
            ))}
          </section>
        ))}
      </div>
    </details>
  );
}
