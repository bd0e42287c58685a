import type { OperationInput, OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { actionsWords } from '../../words/actions.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { PushButton } from '../push-button/push-button.tsx';
import styles from './act-form.module.css';

export type Play = OperationOutput<'plays'>['plays'][number];

interface Props {
  readonly asked: Omit<OperationInput<'plays'>, 'language'>;
  readonly chosen: string;
  readonly onChoose: (play: Play | null) => void;
}

const shown = 3;

/** What the play book says for this; one fills the form, and its steps stand beside it. */
export function Suggested({ asked, chosen, onChoose }: Props) {
  const say = useWords(actionsWords);
  const { language } = useLanguage();
  const { data } = useOperation('plays', { ...asked, language });
  const plays = data?.plays ?? [];
  const play = plays.find(({ id }) => id === chosen);
  if (plays.length === 0) return null;
  const first = plays.slice(0, shown);
  return (
    <fieldset className={styles.suggested}>
      <legend>{say('suggested')}</legend>
      <div className={styles.plays}>
        {(play && !first.includes(play) ? [play, ...first.slice(0, shown - 1)] : first).map((one) => (
          <PushButton key={one.id} aria-pressed={one.id === chosen} onClick={() => onChoose(one.id === chosen ? null : one)}>
            {one.name}
          </PushButton>
        ))}
      </div>
      {play && (
        <div className={styles.play}>
          <p>{play.idea}</p>
          <ol>
            {play.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
    </fieldset>
  );
}
