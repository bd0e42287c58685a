import { useState } from 'react';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
import { monthOptions, weekdayName, weekdays, zoneGroups } from './places.ts';
import { type SettingsPart, SettingsSection } from './section.tsx';

/** Time zone, first day of the week, first month of the fiscal year. */
export function Calendar({ settings, disabled, onAnew }: SettingsPart) {
  const say = useWords(settingsWords);
  const { writer } = useFormat();
  const [timezone, setTimezone] = useState(settings.timezone);
  const [week, setWeek] = useState(settings.week_starts_on);
  const [month, setMonth] = useState(String(settings.fiscal_year_starts_in));
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <SettingsSection
      title={say('calendar')}
      note={say('calendarNote')}
      settings={settings}
      change={{ timezone, week_starts_on: week, fiscal_year_starts_in: Number(month) }}
      disabled={disabled}
      onAnew={onAnew}
    >
      <div className={styles.fields}>
        <div className={styles.field}>
          <SelectField
            label={say('timezone')}
            value={timezone}
            options={[]}
            groups={zoneGroups(settings.timezone)}
            onChange={setTimezone}
          />
          <small>
            {say('timezoneHelp')} {here !== timezone && say('timezoneHere', { zone: here })}
          </small>
        </div>
        <div className={styles.field}>
          <SelectField
            label={say('weekStarts')}
            value={week}
            options={weekdays.map((value, index) => ({ value, label: weekdayName(index, writer.locale) }))}
            onChange={(value) => setWeek(weekdays.find((day) => day === value) ?? week)}
          />
        </div>
        <div className={styles.field}>
          <SelectField label={say('fiscalYear')} value={month} options={monthOptions(writer.locale)} onChange={setMonth} />
        </div>
      </div>
    </SettingsSection>
  );
}
