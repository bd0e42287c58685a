import { TextInput, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../api/use-operation.ts';
import { useSession } from '../../../api/use-session.ts';
import { Choice } from '../../../parts/choice/choice.tsx';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { accountWords } from '../../../words/account.ts';
import { frameWords } from '../../../words/frame.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import styles from '../settings-page.module.css';

const schemes = ['light', 'dark', 'auto'] as const;

/** Name and language of the account; the theme belongs to the browser. */
export function Profile() {
  const say = useWords(accountWords);
  const frame = useWords(frameWords);
  const session = useSession();
  const { choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const write = useWrite('profile');
  const [name, setName] = useState(session.name ?? '');
  const [speaks, setSpeaks] = useState<'es' | 'en'>(session.language);
  return (
    <PageSection title={say('profile')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          write.mutate({ name, speaks }, { onSuccess: () => choose(speaks) });
        }}
      >
        <div className={styles.fields}>
          <TextInput
            label={say('name')}
            autoComplete="name"
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput label={say('email')} readOnly autoComplete="username" value={session.email ?? ''} />
          <div className={styles.field}>
            <SelectField
              label={say('language')}
              value={speaks}
              options={[
                { value: 'es', label: 'Español' },
                { value: 'en', label: 'English' },
              ]}
              onChange={(value) => setSpeaks(value === 'en' ? 'en' : 'es')}
            />
          </div>
        </div>
        <div className={styles.field}>
          <span className={styles.small}>{say('theme')}</span>
          <div>
            <Choice
              label={say('theme')}
              value={colorScheme}
              options={schemes.map((value) => ({ value, label: frame(`theme_${value}`) }))}
              onChange={setColorScheme}
            />
          </div>
        </div>
        <FormEnd label={say('save')} busy={write.isPending} error={write.error} done={write.isSuccess ? say('saved') : null} />
      </form>
    </PageSection>
  );
}
