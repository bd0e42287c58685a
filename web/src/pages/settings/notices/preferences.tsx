import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { noticeKindWords } from '../../../../../src/i18n/notices.ts';
import { useOperation, useWrite } from '../../../api/use-operation.ts';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { noticesWords } from '../../../words/notices.ts';
import { weekdayName } from '../company/places.ts';
import styles from '../settings-page.module.css';

type Preferences = OperationOutput<'notice_preferences'>;
type Kind = Preferences['mail'][number];

const kinds: readonly Kind[] = [
  'alert_firing',
  'alert_escalated',
  'alert_recovered',
  'mention',
  'assigned',
  'action_due',
  'review_due',
  'decision_due',
  'kudos',
];
const times = ['never', 'day', 'week', 'month'] as const;
const count = (length: number, from: number): readonly number[] => Array.from({ length }, (_, index) => index + from);

/** What one gets by e-mail, and when the digest comes. */
export function NoticePreferences() {
  const { data, error, refetch } = useOperation('notice_preferences', {});
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={400} />;
  return <Form from={data} />;
}

function Form({ from }: { readonly from: Preferences }) {
  const say = useWords(noticesWords);
  const format = useFormat();
  const { language } = useLanguage();
  const write = useWrite('set_notice_preferences', ['notice_preferences']);
  const [mail, setMail] = useState<readonly Kind[]>(from.mail);
  const [digest, setDigest] = useState(from.digest);
  const [day, setDay] = useState(from.digest_day);
  const [hour, setHour] = useState(from.digest_hour);
  const days = digest === 'week' ? count(7, 1) : count(28, 1);
  const dayShown = Math.min(day, days.length);
  return (
    <form
      className={styles.parts}
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate({ mail: [...mail], digest, digest_day: dayShown, digest_hour: hour });
      }}
    >
      {!from.can_mail && <p className={styles.help}>{say('noMail')}</p>}
      <PageSection title={say('mail')}>
        <p className={`${styles.help} ${styles.lead}`}>{say('mailHelp')}</p>
        <fieldset className={`${styles.form} ${styles.bare}`}>
          <legend className={styles.legend}>{say('kinds')}</legend>
          <div className={styles.scopes}>
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                label={noticeKindWords[kind]?.[language] ?? kind}
                checked={mail.includes(kind)}
                onChange={(event) => setMail(event.currentTarget.checked ? [...mail, kind] : mail.filter((one) => one !== kind))}
              />
            ))}
          </div>
        </fieldset>
      </PageSection>
      <PageSection title={say('digest')} note={say('hourHelp', { zone: from.timezone })}>
        <p className={styles.help}>{say('digestHelp')}</p>
        <div className={styles.filters}>
          <SelectField
            label={say('often')}
            value={digest}
            options={times.map((value) => ({ value, label: say(`often_${value}`) }))}
            onChange={(value) => setDigest(times.find((one) => one === value) ?? 'never')}
          />
          {(digest === 'week' || digest === 'month') && (
            <SelectField
              label={say('day')}
              value={String(dayShown)}
              options={days.map((one) => ({
                value: String(one),
                label: digest === 'week' ? weekdayName(one - 1, format.writer.locale) : String(one),
              }))}
              onChange={(value) => setDay(Number(value))}
            />
          )}
          {digest !== 'never' && (
            <SelectField
              label={say('hour')}
              value={String(hour)}
              options={count(24, 0).map((one) => ({ value: String(one), label: `${one}:00` }))}
              onChange={(value) => setHour(Number(value))}
            />
          )}
        </div>
      </PageSection>
      <FormEnd label={say('save')} busy={write.isPending} error={write.error} done={write.isSuccess ? say('saved') : null} />
    </form>
  );
}
