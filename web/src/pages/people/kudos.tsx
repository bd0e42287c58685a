import { useState } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useCompany } from '../../api/use-company.ts';
import { useWrite } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { FormEnd } from '../../parts/form-end/form-end.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { leaderboardWords } from '../../words/leaderboard.ts';
import styles from './leaderboard.module.css';

interface Props {
  readonly kudos: OperationOutput<'leaderboard'>['kudos'];
  /** Those on the list stand first among whom one may thank. */
  readonly names: readonly string[];
}

/** Thanks that people gave each other, for all to read. */
export function Kudos({ kudos, names }: Props) {
  const say = useWords(leaderboardWords);
  const format = useFormat();
  const may = useMay('self');
  const [open, setOpen] = useState(false);
  return (
    <PageSection title={say('kudos')}>
      {kudos.length === 0 && <p className={styles.note}>{say('noKudos')}</p>}
      <ul className={styles.kudos}>
        {kudos.map(({ id, person, from, text, at }) => (
          <li key={id}>
            <b>{person}</b>
            <p>{text}</p>
            <small>{say('by', { from: from ?? say('someone'), day: format.momentDay(at) })}</small>
          </li>
        ))}
      </ul>
      {may &&
        (open ? (
          <ThankForm names={names} onClose={() => setOpen(false)} />
        ) : (
          <PushButton onClick={() => setOpen(true)}>{say('thank')}</PushButton>
        ))}
    </PageSection>
  );
}

function ThankForm({ names, onClose }: { readonly names: readonly string[]; readonly onClose: () => void }) {
  const say = useWords(leaderboardWords);
  const { owners } = useCompany();
  const save = useWrite('give_kudos', ['leaderboard']);
  const all = [...new Set([...names, ...owners])];
  const [person, setPerson] = useState(all[0] ?? '');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (person === '' || text.trim() === '') {
          setWrong(say('needs'));
          return;
        }
        setWrong(null);
        save.mutate({ person, text }, { onSuccess: onClose });
      }}
    >
      <SelectField label={say('whom')} value={person} options={all.map((name) => ({ value: name, label: name }))} onChange={setPerson} />
      <TextArea label={say('what')} hint={say('whatHint')} rows={2} maxLength={500} value={text} onChange={setText} />
      <FormEnd label={say('save')} busy={save.isPending} error={wrong ?? save.error}>
        <PushButton look="quiet" onClick={onClose}>
          {say('close')}
        </PushButton>
      </FormEnd>
    </form>
  );
}
