import { Delta } from '../../parts/delta/delta.tsx';
import { type Card, cautionsOf, judgementOf } from '../../parts/kpi-card/card.ts';
import { useBase } from '../../parts/kpi-card/use-base.ts';
import { Sparkline } from '../../parts/sparkline/sparkline.tsx';
import { Unseen } from '../../parts/unseen/unseen.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './tv-card.module.css';

/** A KPI to be read from afar: its name, its figure, whether that is better or worse, and its last periods. */
export function TvCard({ card }: { readonly card: Card }) {
  const say = useWords(partsWords);
  const format = useFormat();
  const baseOf = useBase();
  const { name, now, compared, unit, points, usual } = card;
  if (now.value === null) return null;
  const figure = format.figure(now.value, unit);
  const cautions = cautionsOf(card);
  const first = points.find(({ value }) => value !== null);
  return (
    <li className={styles.card}>
      <div className={styles.body}>
        <h2 className={styles.name}>{name}</h2>
        <p className={styles.value}>
          <span aria-hidden="true">
            {figure.before && <small>{figure.before} </small>}
            {figure.figure}
            {figure.after && <small> {figure.after}</small>}
          </span>
          <Unseen>{figure.full}</Unseen>
        </p>
        <p className={styles.change}>
          <span className={styles.period}>{format.period(now.period, card.grain)}</span>
          <Delta compared={compared} unit={unit} base={baseOf(card)} />
          {cautions.length > 0 ? (
            <span className={styles.caution}>{cautions.map((caution) => say(caution)).join(' · ')}</span>
          ) : (
            <Verdict is={judgementOf(card)} />
          )}
        </p>
        <div className={styles.line}>
          <Sparkline
            points={points}
            usual={usual}
            label={say('points', {
              count: points.length,
              first: first?.value == null ? '–' : format.value(first.value, unit),
              last: format.value(now.value, unit),
            })}
          />
        </div>
      </div>
    </li>
  );
}
