import { useState } from 'react';
import { useWrite } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { DayField } from '../../../parts/day-field/day-field.tsx';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { TextArea } from '../../../parts/text-area/text-area.tsx';
import { eventsWords } from '../../../words/events.ts';
import { useWords } from '../../../words/language.ts';
import styles from './events.module.css';

const kinds = ['strategy', 'product', 'people', 'price', 'outage', 'other'] as const;

interface Props {
  readonly kpi: string;
  readonly scope: string | null;
  readonly onClose: () => void;
}

/** A small form: what happened, when, and on which charts it belongs. */
export function AnnotateForm({ kpi, scope, onClose }: Props) {
  const say = useWords(eventsWords);
  const mayAll = useMay('catalogue.write');
  const save = useWrite('annotate', ['annotations']);
  const [kind, setKind] = useState<(typeof kinds)[number]>('strategy');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [text, setText] = useState('');
  const [whose, setWhose] = useState(scope === null ? 'kpi' : 'scope');
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = (): void => {
    if (from === '' || text.trim() === '') {
      setWrong(say('needsDay'));
      return;
    }
    setWrong(null);
    save.mutate(
      {
        kind,
        from,
        to: to === '' ? null : to,
        kpi: whose === 'kpi' ? kpi : null,
        scope: whose === 'scope' ? scope : null,
        text,
      },
      { onSuccess: onClose },
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.fields}>
        <DayField label={say('from')} value={from} onChange={setFrom} />
        <DayField label={say('to')} value={to} onChange={setTo} />
        <SelectField
          label={say('kind')}
          value={kind}
          options={kinds.map((one) => ({ value: one, label: say(one) }))}
          onChange={(next) => setKind(kinds.find((one) => one === next) ?? 'other')}
        />
        <SelectField
          label={say('whose')}
          value={whose}
          options={[
            ...(scope === null ? [] : [{ value: 'scope', label: say('whose_scope', { scope: scope.slice(scope.indexOf('=') + 1) }) }]),
            { value: 'kpi', label: say('whose_kpi') },
            ...(mayAll ? [{ value: 'all', label: say('whose_all') }] : []),
          ]}
          onChange={setWhose}
        />
      </div>
      <TextArea label={say('text')} hint={say('textHint')} rows={2} maxLength={500} value={text} onChange={setText} />
      <FormEnd label={say('save')} busy={save.isPending} error={wrong ?? save.error}>
        <PushButton look="quiet" onClick={onClose}>
          {say('close')}
        </PushButton>
      </FormEnd>
    </form>
  );
}
