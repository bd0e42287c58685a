import { Checkbox, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { noticeKindWords } from '../../../../../src/i18n/notices.ts';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { useLanguage, useWords } from '../../../words/language.ts';
import { noticesWords } from '../../../words/notices.ts';
import styles from '../settings-page.module.css';

export type Channel = OperationOutput<'channels'>['channels'][number];

/** What of a channel can be said anew at any time. */
export type Changeable = Pick<Channel, 'name' | 'language' | 'amounts'> & { readonly kinds: readonly Channel['kinds'][number][] };

/** Those that are told to groups; what is for one person alone is no channel's. */
const groupKinds: readonly Channel['kinds'][number][] = [
  'alert_firing',
  'alert_escalated',
  'alert_recovered',
  'review_due',
  'decision_due',
  'kudos',
];
const amountsShown = ['hidden', 'shown'] as const;

interface Props {
  readonly of: Changeable;
  readonly onChange: (next: Changeable) => void;
  /** Beside the name, where it is set up. */
  readonly beside?: ReactNode;
  /** Below these. */
  readonly children?: ReactNode;
}

/** The name of a channel, how it is written to and what it is told. */
export function ChannelFields({ of, onChange, beside, children }: Props) {
  const say = useWords(noticesWords);
  const { language } = useLanguage();
  const { name, amounts, kinds } = of;
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={say('name')}
          required
          withAsterisk={false}
          maxLength={100}
          autoFocus
          value={name}
          onChange={(event) => onChange({ ...of, name: event.currentTarget.value })}
        />
        {beside}
        <div className={styles.field}>
          <SelectField
            label={say('speaks')}
            value={of.language}
            options={[
              { value: 'es', label: 'Español' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(value) => onChange({ ...of, language: value === 'en' ? 'en' : 'es' })}
          />
        </div>
        <div className={styles.field}>
          <SelectField
            label={say('amounts')}
            value={amounts}
            options={amountsShown.map((value) => ({ value, label: say(`amounts_${value}`) }))}
            onChange={(value) => onChange({ ...of, amounts: value === 'shown' ? 'shown' : 'hidden' })}
          />
        </div>
      </div>
      {children}
      <fieldset className={styles.bare}>
        <legend className={styles.legend}>{say('kinds')}</legend>
        <div className={styles.scopes}>
          {groupKinds.map((one) => (
            <Checkbox
              key={one}
              label={noticeKindWords[one]?.[language] ?? one}
              checked={kinds.includes(one)}
              onChange={(event) =>
                onChange({ ...of, kinds: event.currentTarget.checked ? [...kinds, one] : kinds.filter((other) => other !== one) })
              }
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
