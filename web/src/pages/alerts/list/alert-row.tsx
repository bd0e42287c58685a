import { alertStateWords, scopeWords } from '../../../../../src/i18n/alerts.ts';
import { Sparkline } from '../../../parts/sparkline/sparkline.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { type Alert, grainOf, kindOf, lastDay, saysOf, writeFigure } from '../figure.ts';
import styles from './alert-list.module.css';

/** An alert in a row: its state, what it says, whose it is, and its figure against what was expected. */
export function AlertRow({ alert, onOpen }: { readonly alert: Alert; readonly onOpen: () => void }) {
  const say = useWords(alertsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { state, on, value, expected, kind, points, usual, since, fired, owner, acknowledged, muted, routed } = alert;
  const judged = alert.period;
  const facts = [
    ...(on && since !== null && fired
      ? [say('since', { period: format.period(since === fired.start ? fired : { start: since, end: since }, grainOf(alert)) })]
      : fired
        ? [say('sawOn', { period: format.period(fired, grainOf(alert)) })]
        : []),
    ...(owner ? [say('ownerIs', { name: owner.name })] : on && acknowledged === null ? [say('ownerNone')] : []),
    ...(acknowledged && !owner ? [acknowledged.by === null ? say('taken') : say('takenBy', { name: acknowledged.by })] : []),
    ...(muted ? [say('mutedUntil', { day: lastDay(muted.until, format) }), muted.reason] : []),
    ...(routed.length > 0 ? [say('routedTo', { list: format.list(routed) })] : []),
    ...(alert.escalated_at !== null && on ? [say('escalated')] : []),
    ...(alert.mine ? [say('mine')] : []),
  ];
  return (
    <li className={styles.row}>
      <span className={styles.state} data-is={muted ? 'muted' : state}>
        {alertStateWords[state]?.[language] ?? state}
      </span>
      <div className={styles.what}>
        <button type="button" className={styles.open} onClick={onOpen}>
          {saysOf(alert, say, format, (scope) => scopeWords(scope, language))}
        </button>
        {facts.length > 0 && (
          <ul className={styles.facts}>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.spark}>
        {points.length > 2 && (
          <Sparkline
            points={points.map((point) => ({ value: point.value, state: 'final' }))}
            usual={usual ? [usual[0], usual[1]] : null}
            label={`${alert.name}: ${points.flatMap((point) => (point.value === null ? [] : [writeFigure(point.value, alert, say, format)])).join(', ')}`}
          />
        )}
      </div>
      <p className={styles.figure}>
        {value !== null && <b>{writeFigure(value, alert, say, format)}</b>}
        {value !== null && expected !== null && (
          <small>{say(`expected_${kindOf(kind)}`, { value: writeFigure(expected, alert, say, format) })}</small>
        )}
        {/* It fired in one period, and stands as it stands in another. */}
        {judged && value !== null && judged.start !== fired?.start && <small>{format.period(judged, grainOf(alert))}</small>}
      </p>
    </li>
  );
}
