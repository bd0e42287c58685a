import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../../../parts/choice/choice.tsx';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { settingsWords } from '../../../words/settings.ts';
import styles from '../settings-page.module.css';
import { weekdayName } from './places.ts';
import { type SettingsPart, SettingsSection } from './section.tsx';
import { hoursOf, isRight, type Week, weekOf } from './week.ts';

const usual = { 'mon-fri': '09:00-18:00' };

/** When the company works: all the time, or some hours of some days. */
export function Hours({ settings, disabled, onAnew }: SettingsPart) {
  const say = useWords(settingsWords);
  const { writer } = useFormat();
  const [counts, setCounts] = useState<'all' | 'hours'>(settings.business_hours === null ? 'all' : 'hours');
  const [week, setWeek] = useState<Week>(weekOf(settings.business_hours ?? usual));
  const put = (at: number, day: Week[number]): void => setWeek(week.map((one, index) => (index === at ? day : one)));
  const wrong = counts === 'hours' && !isRight(week) ? say('hoursWrong') : null;
  return (
    <SettingsSection
      title={say('hours')}
      note={say('hoursNote')}
      settings={settings}
      change={{ business_hours: counts === 'all' ? null : hoursOf(week) }}
      disabled={disabled}
      wrong={wrong}
      onAnew={onAnew}
    >
      <div>
        <Choice
          label={say('hours')}
          value={counts}
          options={[
            { value: 'all', label: say('allTime') },
            { value: 'hours', label: say('businessTime') },
          ]}
          onChange={setCounts}
        />
      </div>
      {counts === 'hours' && (
        <div className={styles.week}>
          {week.map((day, index) => {
            const name = weekdayName(index, writer.locale);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the days of the week
              <div key={index} className={styles.day}>
                <Checkbox
                  label={name}
                  checked={day !== null}
                  onChange={(event) => put(index, event.currentTarget.checked ? ['09:00', '18:00'] : null)}
                />
                {day === null ? (
                  <span className={styles.small}>{say('closedDay')}</span>
                ) : (
                  <span className={styles.span}>
                    {say('from')}
                    <input
                      type="text"
                      inputMode="numeric"
                      size={5}
                      maxLength={5}
                      aria-label={say('fromOn', { day: name })}
                      value={day[0]}
                      onChange={(event) => put(index, [event.currentTarget.value, day[1]])}
                    />
                    {say('to')}
                    <input
                      type="text"
                      inputMode="numeric"
                      size={5}
                      maxLength={5}
                      aria-label={say('toOn', { day: name })}
                      value={day[1]}
                      onChange={(event) => put(index, [day[0], event.currentTarget.value])}
                    />
                  </span>
                )}
              </div>
            );
          })}
        </div>
      )}
    </SettingsSection>
  );
}
