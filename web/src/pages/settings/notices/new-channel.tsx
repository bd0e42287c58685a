import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../api/use-operation.ts';
import { CopyField } from '../../../parts/copy-field/copy-field.tsx';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { useLanguage, useWords } from '../../../words/language.ts';
import { noticesWords } from '../../../words/notices.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
import { type Changeable, ChannelFields } from './channel-fields.tsx';

const kinds = ['webhook', 'slack', 'teams'] as const;

/** Sets a channel up; what signs a webhook is shown once. */
export function NewChannel({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(noticesWords);
  const sayHere = useWords(settingsWords);
  const { language } = useLanguage();
  const make = useWrite('save_channel', ['channels']);
  const [kind, setKind] = useState<(typeof kinds)[number]>('slack');
  const [url, setUrl] = useState('');
  const [of, setOf] = useState<Changeable>({
    name: '',
    language,
    amounts: 'hidden',
    kinds: ['alert_firing', 'alert_escalated', 'alert_recovered'],
  });
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
        const { name, language: speaks, amounts } = of;
        make.mutate({ name, kind, url, speaks, amounts, kinds: [...of.kinds] }, { onSuccess: ({ key }) => key === null && onClose() });
      }}
    >
      <ChannelFields
        of={of}
        onChange={setOf}
        beside={
          <div className={styles.field}>
            <SelectField
              label={say('kind')}
              value={kind}
              options={kinds.map((value) => ({ value, label: say(`kind_${value}`) }))}
              onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'webhook')}
            />
          </div>
        }
      >
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
      </ChannelFields>
      <FormEnd label={say('save')} busy={make.isPending} error={make.error}>
        <PushButton onClick={onClose}>{say('cancel')}</PushButton>
      </FormEnd>
    </form>
  );
}
