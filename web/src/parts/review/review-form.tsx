import { useState } from 'react';
import { useOperation, useWrite } from '../../api/use-operation.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { reviewsWords } from '../../words/reviews.ts';
import { DayField } from '../day-field/day-field.tsx';
import { FormEnd } from '../form-end/form-end.tsx';
import { PushButton } from '../push-button/push-button.tsx';
import { SelectField } from '../select-field/select-field.tsx';
import { TextArea } from '../text-area/text-area.tsx';
import styles from './review.module.css';

interface Props {
  readonly kpi: string;
  readonly name: string;
  readonly retired: boolean;
  /** The usual time between two reviews. */
  readonly months: number;
  readonly onClose: () => void;
}

/** Keep, change or retire a KPI, and why. */
export function ReviewForm({ kpi, name, retired, months, onClose }: Props) {
  const say = useWords(reviewsWords);
  const save = useWrite('review_kpi');
  const decisions = retired ? (['revive'] as const) : (['keep', 'change', 'retire'] as const);
  const [decision, setDecision] = useState<(typeof decisions)[number]>(decisions[0]);
  const [reason, setReason] = useState('');
  const [next, setNext] = useState('');
  const [instead, setInstead] = useState('');
  const format = useFormat();
  const { language } = useLanguage();
  const list = useOperation('kpis', { language }, { enabled: decision === 'retire' });
  const others = (list.data?.kpis ?? [])
    .filter((one) => one.id !== kpi && one.retired === null)
    .toSorted((one, other) => format.collator.compare(one.name, other.name));
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <form
      className={styles.form}
      aria-label={say('decideOf', { kpi: name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') {
          setWrong(say('needsReason'));
          return;
        }
        setWrong(null);
        const isRetired = decision === 'retire';
        save.mutate(
          {
            kpi,
            decision,
            reason,
            next_on: next === '' || isRetired ? null : next,
            replaced_by: isRetired && instead !== '' ? instead : null,
          },
          { onSuccess: onClose },
        );
      }}
    >
      <div className={styles.fields}>
        <SelectField
          label={say('decision')}
          value={decision}
          options={decisions.map((one) => ({ value: one, label: say(one) }))}
          onChange={(value) => setDecision(decisions.find((one) => one === value) ?? decisions[0])}
        />
        {decision === 'retire' ? (
          <SelectField
            label={say('insteadOf')}
            value={instead}
            options={[{ value: '', label: say('insteadNone') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={setInstead}
          />
        ) : (
          <DayField label={say('next', { months })} value={next} onChange={setNext} />
        )}
      </div>
      <TextArea label={say('reason')} rows={2} maxLength={2000} value={reason} onChange={setReason} />
      <FormEnd label={say('save')} busy={save.isPending} error={wrong ?? save.error}>
        <PushButton look="quiet" onClick={onClose}>
          {say('close')}
        </PushButton>
      </FormEnd>
    </form>
  );
}
