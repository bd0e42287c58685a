import { useState } from 'react';
import { DayField } from '../../../parts/day-field/day-field.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
import { type SettingsPart, SettingsSection } from './section.tsx';

/** Days on which nobody works. */
export function Holidays({ settings, disabled, onAnew }: SettingsPart) {
  const say = useWords(settingsWords);
  const format = useFormat();
  const [days, setDays] = useState<readonly string[]>(settings.holidays);
  return (
    <SettingsSection
      title={say('holidays')}
      note={say('holidaysNote')}
      settings={settings}
      change={{ holidays: [...days] }}
      disabled={disabled}
      onAnew={onAnew}
    >
      {days.length === 0 ? (
        <p className={styles.small}>{say('holidaysNone')}</p>
      ) : (
        <ul className={styles.chips} aria-label={say('holidays')}>
          {days.map((day) => (
            <li key={day} className={styles.chip}>
              {format.day(day)}
              {!disabled && (
                <PushButton
                  look="quiet"
                  aria-label={say('removeDay', { day: format.day(day) })}
                  onClick={() => setDays(days.filter((one) => one !== day))}
                >
                  ✕
                </PushButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {!disabled && (
        <div className={styles.adding}>
          <DayField
            label={say('addHoliday')}
            value=""
            onChange={(day) => {
              if (day !== '') setDays([...new Set([...days, day])].toSorted());
            }}
          />
          <PushButton>{say('add')}</PushButton>
        </div>
      )}
    </SettingsSection>
  );
}
