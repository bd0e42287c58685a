import { useState } from 'react';
import { useOperation, useWrite } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { ReviewForm } from '../../../parts/review/review-form.tsx';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { reviewsWords } from '../../../words/reviews.ts';
import styles from './owned.module.css';

/** Whose a KPI is, when it is looked at again, what the last reviews decided; a form for the next. */
export function Owned({ kpi, name }: { readonly kpi: string; readonly name: string }) {
  const say = useWords(reviewsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const mayAssign = useMay('catalogue.write');
  const { data } = useOperation('reviews', { kpi, language });
  const colleagues = useOperation('colleagues', {}, { enabled: mayAssign });
  const assign = useWrite('assign_kpi', ['reviews']);
  const [open, setOpen] = useState(false);
  const review = data?.reviews[0];
  if (!data || !review) return null;
  const { owner, next_on, retired_on, replaced_by, state, decisions, mine } = review;
  const members = colleagues.data?.members ?? [];
  return (
    <>
      <dt>{say('owner')}</dt>
      <dd>
        {mayAssign && members.length > 0 ? (
          <SelectField
            label={say('owner')}
            hideLabel
            value={owner?.id ?? ''}
            options={[
              { value: '', label: owner && owner.id === null ? owner.name : say('nobody') },
              ...members.map((member) => ({ value: member.id, label: member.name })),
            ]}
            onChange={(id) => assign.mutate({ kpi, owner: id === '' ? null : id })}
          />
        ) : (
          (owner?.name ?? say('nobody'))
        )}
      </dd>
      <dt>{say('review')}</dt>
      <dd>
        <span className={state === 'due' ? styles.due : undefined}>
          {retired_on !== null
            ? say(replaced_by ? 'retiredFor' : 'retiredOn', { day: format.day(retired_on), name: replaced_by?.name ?? '' })
            : state === 'due'
              ? say('reviewDue', { day: format.day(next_on) })
              : format.day(next_on)}
        </span>{' '}
        {mine && !open && (
          <PushButton look="quiet" onClick={() => setOpen(true)}>
            {say('decide')}
          </PushButton>
        )}
        {open && (
          <ReviewForm kpi={kpi} name={name} retired={retired_on !== null} months={data.every_months} onClose={() => setOpen(false)} />
        )}
        {decisions.length > 0 && (
          <ul className={styles.decisions}>
            {decisions.map((one) => (
              <li key={`${one.on} ${one.reason}`}>
                {say(one.by === null ? 'last' : 'lastBy', {
                  decision: say(one.decision),
                  day: format.day(one.on),
                  by: one.by ?? '',
                  reason: one.reason,
                })}
              </li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}
