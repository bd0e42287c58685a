import { Checkbox } from '@mantine/core';
import { lifeStages, rfmClasses } from '../../parts/act/groups.ts';
import { actionsWords } from '../../words/actions.ts';
import { useAmongName } from '../../words/among.ts';
import { useWords } from '../../words/language.ts';
import { playsWords } from '../../words/plays.ts';
import type { PlayDraft } from './play-draft.ts';
import styles from './play-form.module.css';

type Suits = Pick<PlayDraft, 'rfm' | 'stages'>;

const toggled = <T,>(among: readonly T[], one: T, isOn: boolean): T[] => (isOn ? [...among, one] : among.filter((other) => other !== one));

/** Whom a play suits: classes by how they buy, and stages of life. It is suggested for those, whatever KPI is looked at. */
export function SuitsFields({ suits, onChange }: { readonly suits: Suits; readonly onChange: (suits: Partial<Suits>) => void }) {
  const say = useWords(playsWords);
  const sayGroup = useWords(actionsWords);
  const nameOf = useAmongName();
  return (
    <div className={styles.suits}>
      <b>{say('suits')}</b>
      <p className={styles.note}>{say('suitsHint')}</p>
      <fieldset className={styles.boxes}>
        <legend>{sayGroup('among_rfm')}</legend>
        {rfmClasses.map((one) => (
          <Checkbox
            key={one}
            label={nameOf(`rfm=${one}`)}
            checked={suits.rfm.includes(one)}
            onChange={(event) => onChange({ rfm: toggled(suits.rfm, one, event.currentTarget.checked) })}
          />
        ))}
      </fieldset>
      <fieldset className={styles.boxes}>
        <legend>{sayGroup('among_stage')}</legend>
        {lifeStages.map((one) => (
          <Checkbox
            key={one}
            label={nameOf(`stage=${one}`)}
            checked={suits.stages.includes(one)}
            onChange={(event) => onChange({ stages: toggled(suits.stages, one, event.currentTarget.checked) })}
          />
        ))}
      </fieldset>
    </div>
  );
}
