import { useMemo, useState } from 'react';
import { useCompany } from '../../api/use-company.ts';
import { ChevronIcon } from '../../frame/shell/icons.tsx';
import type { View } from '../../frame/view.ts';
import { useFormat } from '../../words/format.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { DayField } from '../day-field/day-field.tsx';
import buttonStyles from '../dimension-picker/dimension-picker.module.css';
import { SheetButton } from '../on-demand/sheet-button.tsx';
import { PushButton } from '../push-button/push-button.tsx';
import styles from './period-picker.module.css';
import { type Period, recentPeriods } from './recent-periods.ts';

interface Props {
  readonly view: View;
  readonly onChange: (parts: {
    readonly from: string | undefined;
    readonly to: string | undefined;
    readonly grain: View['grain'] | undefined;
  }) => void;
}

/** The period that a page is about: the last whole one of each KPI, one of the recent ones, or a stretch of one's own. */
export function PeriodPicker({ view, onChange }: Props) {
  const say = useWords(frameWords);
  const format = useFormat();
  const company = useCompany();
  const [from, setFrom] = useState(view.from ?? '');
  const [to, setTo] = useState(view.to ?? company.last_day ?? '');
  const recent = useMemo(() => recentPeriods(company.last_day), [company.last_day]);
  const isChosen = (period: Period): boolean => view.from === undefined && view.to === period.end && view.grain === period.grain;
  const chosen = recent.find(isChosen);
  const text =
    view.from && view.to
      ? format.period({ start: view.from, end: view.to }, 'total')
      : chosen
        ? format.period(chosen, chosen.grain)
        : view.to
          ? `${say('to').toLowerCase()} ${format.day(view.to)}`
          : say('periodAuto');
  const column = (grain: Period['grain'], name: string, choose: Props['onChange']) => (
    <div>
      <h3 className={styles.heading}>{name}</h3>
      <ul>
        {recent
          .filter((period) => period.grain === grain)
          .map((period) => (
            <li key={period.end}>
              <button
                type="button"
                className={styles.period}
                aria-pressed={isChosen(period)}
                onClick={() => choose({ from: undefined, to: period.end, grain })}
              >
                {format.period(period, grain)}
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
  const sheet = (close: () => void) => {
    const choose: Props['onChange'] = (parts) => {
      close();
      onChange(parts);
    };
    return (
      <>
        <button
          type="button"
          className={styles.auto}
          aria-pressed={view.to === undefined}
          onClick={() => choose({ from: undefined, to: undefined, grain: undefined })}
        >
          {say('periodAutoLong')}
        </button>
        <div className={styles.columns}>
          {column('month', say('months'), choose)}
          {column('quarter', say('quarters'), choose)}
          {column('year', say('years'), choose)}
        </div>
        <form
          className={styles.own}
          onSubmit={(event) => {
            event.preventDefault();
            if (from !== '' && to !== '' && from <= to) choose({ from, to, grain: undefined });
          }}
        >
          <h3 className={styles.heading}>{say('ownRange')}</h3>
          <DayField label={say('from')} value={from} onChange={setFrom} />
          <DayField label={say('to')} value={to} onChange={setTo} />
          <PushButton type="submit" disabled={from === '' || to === '' || from > to}>
            {say('apply')}
          </PushButton>
        </form>
      </>
    );
  };
  return (
    <SheetButton
      label={say('period')}
      sheet={sheet}
      button={
        <button type="button" className={buttonStyles.button} data-set={view.to !== undefined || undefined}>
          <span className={buttonStyles.label}>{say('period')}</span> <b>{text}</b> <ChevronIcon />
        </button>
      }
    />
  );
}
