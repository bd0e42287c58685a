import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../words/language.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
import { type SettingsPart, SettingsSection } from './section.tsx';

/** How long a customer without a contract counts as one after the last order. */
export function Customers({ settings, disabled, onAnew }: SettingsPart) {
  const say = useWords(settingsWords);
  const [days, setDays] = useState(String(settings.active_days));
  return (
    <SettingsSection
      title={say('customers')}
      settings={settings}
      change={{ active_days: Number(days) }}
      disabled={disabled}
      onAnew={onAnew}
    >
      <div className={styles.fields}>
        <TextInput
          label={say('activeDays')}
          description={say('activeDaysHelp')}
          inputWrapperOrder={['label', 'input', 'description']}
          inputMode="numeric"
          pattern="[0-9]{1,5}"
          required
          withAsterisk={false}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      </div>
    </SettingsSection>
  );
}
