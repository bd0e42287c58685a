import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { useLanguage, useWords } from '../../../words/language.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
import { currencyOptions, localeOptions } from './places.ts';
import { type SettingsPart, SettingsSection } from './section.tsx';

/** Name, language and country, currency. */
export function Identity({ settings, disabled, onAnew }: SettingsPart) {
  const say = useWords(settingsWords);
  const { language } = useLanguage();
  const [name, setName] = useState(settings.name);
  const [locale, setLocale] = useState(settings.locale);
  const [currency, setCurrency] = useState(settings.currency);
  const { common, all } = currencyOptions(language, settings.currency);
  const example = `${new Intl.NumberFormat(locale, { style: 'currency', currency }).format(12345.67)} · ${new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.UTC(2026, 10, 21))}`;
  return (
    <SettingsSection title={say('identity')} settings={settings} change={{ name, locale, currency }} disabled={disabled} onAnew={onAnew}>
      <div className={styles.fields}>
        <TextInput
          label={say('name')}
          required
          withAsterisk={false}
          autoComplete="organization"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={styles.field}>
          <SelectField label={say('locale')} value={locale} options={localeOptions(language, settings.locale)} onChange={setLocale} />
          <small>{say('localeHelp', { example })}</small>
        </div>
        <div className={styles.field}>
          <SelectField
            label={say('currency')}
            value={currency}
            options={[]}
            groups={[
              { label: say('common'), options: common },
              { label: say('others'), options: all },
            ]}
            onChange={setCurrency}
          />
          <small>{say('currencyHelp')}</small>
        </div>
      </div>
    </SettingsSection>
  );
}
