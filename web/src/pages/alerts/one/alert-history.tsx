import { alertsWords } from '../../../words/alerts.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { grainOf, writeFigure } from '../figure.ts';
import styles from './alert-body.module.css';
import type { AlertWhole } from './alert-body.tsx';

/** All that happened to an alert, latest first. */
export function AlertHistory({ found: { alert, events } }: { readonly found: AlertWhole }) {
  const say = useWords(alertsWords);
  const format = useFormat();
  if (events.length === 0) return null;
  const figure = (value: number | null): string => (value === null ? '–' : writeFigure(value, alert, say, format));
  return (
    <section className={styles.part}>
      <h3>{say('history')}</h3>
      <ol className={styles.history}>
        {events.toReversed().map((event) => (
          <li key={`${event.kind} ${event.at} ${event.period?.start}`}>
            <span className={styles.when}>{event.period ? format.period(event.period, grainOf(alert)) : format.moment(event.at)}</span>
            <span>
              {event.says}
              {event.by !== null && ` ${say('historyBy', { name: event.by })}`}
              {event.is !== null &&
                (event.was === null
                  ? ` ${say('historyAt', { is: figure(event.is) })}`
                  : `: ${say('historyFrom', { was: figure(event.was), is: figure(event.is) })}`)}
              {event.note !== null && <q className={styles.note}>{event.note}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
