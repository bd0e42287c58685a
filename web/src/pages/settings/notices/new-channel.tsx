import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { noticeKindWords } from '../../../../../src/i18n/notices.ts';
import { useWrite } from '../../../api/use-operation.ts';
import { CopyField } from '../../../parts/copy-field/copy-field.tsx';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { useLanguage, useWords } from '../../../words/language.ts';
import { noticesWords } from '../../../words/notices.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';

type Kind = OperationOutput<'channels'>['channels'][number]['kinds'][number];

const kinds = ['webhook', 'slack', 'teams'] as const;
/** Those that are told to groups; what is for one person alone is no channel's. */
const groupKinds: readonly Kind[] = ['alert_firing', 'alert_escalated', 'alert_recovered', 'review_due', 'decision_due', 'kudos'];
const amountsShown = ['hidden', 'shown'] as const;

/** Sets a channel up; what signs a webhook is shown once. */
export function NewChannel({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(noticesWords);
  const sayHere = useWords(settingsWords);
  const { language } = useLanguage();
  const make = useWrite('save_channel', ['channels']);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('slack');
  const [url, setUrl] = useState('');
  const [speaks, setSpeaks] = useState(language);
  const [wanted, setWanted] = useState<readonly Kind[]>(['alert_firing', 'alert_escalated', 'alert_recovered']);
  const [amounts, setAmounts] = useState<(typeof amountsShown)[number]>('hidden');
  if (make.data?.key) {
    return (
      <div className={styles.box}>
        <CopyField label={say('key')} value={make.data.key} copy={sayHere('copy')} copied={sayHere('copied')} />
        <p className={styles.small}>{say('keyHelp')}</p>
        <div>
          <PushButton onClick={onClose}>{say('done')}</PushButton>
        </div>
      </div>
    );
  }
  return (
    <form
      className={`${styles.form} ${styles.box}`}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate({ name, kind, url, speaks, amounts, kinds: [...wanted] }, { onSuccess: ({ key }) => key === null && onClose() });
      }}
    >
      <div className={styles.fields}>
        <TextInput
          label={say('name')}
          required
          withAsterisk={false}
          maxLength={100}
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={styles.field}>
          <SelectField
            label={say('kind')}
            value={kind}
            options={kinds.map((value) => ({ value, label: say(`kind_${value}`) }))}
            onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'webhook')}
          />
        </div>
        <div className={styles.field}>
          <SelectField
            label={say('speaks')}
            value={speaks}
            options={[
              { value: 'es', label: 'Español' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(value) => setSpeaks(value === 'en' ? 'en' : 'es')}
          />
        </div>
        <div className={styles.field}>
          <SelectField
            label={say('amounts')}
            value={amounts}
            options={amountsShown.map((value) => ({ value, label: say(`amounts_${value}`) }))}
            onChange={(value) => setAmounts(value === 'shown' ? 'shown' : 'hidden')}
          />
        </div>
      </div>
      <TextInput
        label={say('url')}
        description={say('urlHelp')}
        type="url"
        required
        withAsterisk={false}
        autoComplete="off"
        spellCheck={false}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <fieldset className={styles.bare}>
        <legend className={styles.legend}>{say('kinds')}</legend>
        <div className={styles.scopes}>
          {groupKinds.map((one) => (
            <Checkbox
              key={one}
              label={noticeKindWords[one]?.[language] ?? one}
              checked={wanted.includes(one)}
              onChange={(event) => setWanted(event.currentTarget.checked ? [...wanted, one] : wanted.filter((other) => other !== one))}
            />
          ))}
        </div>
      </fieldset>
      <FormEnd label={say('save')} busy={make.isPending} error={make.error}>
        <PushButton onClick={onClose}>{say('cancel')}</PushButton>
      </FormEnd>
    </form>
  );
}
