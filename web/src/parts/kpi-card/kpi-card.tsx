import { memo } from 'react';
import { reasonWords } from '../../../../src/i18n/reasons.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { useValueName } from '../../words/values.ts';
import { placed } from '../chart/placed.ts';
import { DefinitionPopover } from '../definition-popover/definition-popover.tsx';
import { Delta } from '../delta/delta.tsx';
import { Interval } from '../interval/interval.tsx';
import { KpiLink } from '../kpi-link/kpi-link.tsx';
import { Sparkline } from '../sparkline/sparkline.tsx';
import { Trust } from '../trust/trust.tsx';
import { Unseen } from '../unseen/unseen.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import { AgainstTarget } from './against-target.tsx';
import { type Card, cautionsOf, judgementOf } from './card.ts';
import { CardMenu } from './card-menu.tsx';
import styles from './kpi-card.module.css';
import { useBase } from './use-base.ts';
import type { Mark } from './use-marks.ts';

interface Props {
  readonly card: Card;
  /** Opens the records behind the figure; absent: the reader may not see them. */
  readonly onRecords?: ((card: Card) => void) | undefined;
  /** The number of its footnote on paper. */
  readonly note?: number;
  /** What happened in the periods of its line. */
  readonly marks?: readonly Mark[] | undefined;
}

/** A KPI on a sheet. The order of its parts is the same on every card, and they stand in line across a row. */
export const KpiCard = memo(function KpiCard({ card, onRecords, note, marks = [] }: Props) {
  const say = useWords(partsWords);
  const valueName = useValueName();
  const { language } = useLanguage();
  const format = useFormat();
  const baseOf = useBase();
  const { now, compared, unit, name, points, usual } = card;
  const figure = now.value === null ? null : format.figure(now.value, unit);
  const cautions = cautionsOf(card);
  const first = points.find(({ value }) => value !== null);
  const happened = marks.flatMap((mark) => {
    const place = placed(mark, points);
    return place ? [{ index: place.index, text: mark.text }] : [];
  });
  const label = [
    say('points', {
      count: points.length,
      first: first?.value == null ? '–' : format.value(first.value, unit),
      last: now.value === null ? '–' : format.value(now.value, unit),
    }),
    usual ? say('usual', { from: format.value(usual[0], unit), to: format.value(usual[1], unit) }) : '',
    happened.length > 0 ? say('happened', { list: format.list(happened.map(({ text }) => text)) }) : '',
  ].join(' ');
  return (
    <article className={styles.card} aria-label={name}>
      <header className={styles.head}>
        <h3>
          <KpiLink id={card.id}>{name}</KpiLink>
          {note !== undefined && (
            <sup className={styles.note} aria-hidden="true">
              {note}
            </sup>
          )}
          {(card.group !== null || card.variant !== null) && (
            <small className={styles.of}>
              {[card.group === null ? null : valueName(card.group), card.variant].filter((one) => one !== null).join(' · ')}
            </small>
          )}
        </h3>
        <DefinitionPopover kpi={card.id} name={name} />
      </header>
      <p className={styles.value}>
        {figure ? (
          <>
            <span aria-hidden="true">
              {figure.before && <small className={styles.before}>{figure.before}</small>}
              {figure.figure}
              {figure.after && <small>{figure.after}</small>}
            </span>
            <Unseen>{figure.full}</Unseen>
          </>
        ) : (
          <small>{say(now.state === 'unavailable' ? 'unavailable' : 'no_data')}</small>
        )}
        <span className={styles.period}>{format.period(now.period, card.grain)}</span>
      </p>
      <p className={styles.change}>
        {figure ? (
          <>
            <Delta compared={compared} unit={unit} base={baseOf(card)} />
            {cautions.length === 0 && <Verdict is={judgementOf(card)} />}
          </>
        ) : (
          <span className={styles.why}>{reasonWords(now.reasons, language)}</span>
        )}
      </p>
      <div className={styles.spark}>
        <Sparkline points={points} usual={usual} ticks={[...new Set(happened.map(({ index }) => index))]} label={label} />
      </div>
      <div className={styles.target}>
        {card.target && now.value !== null ? (
          <AgainstTarget card={card} target={card.target} value={now.value} />
        ) : card.partner ? (
          <KpiLink id={card.partner.id}>{say('lookBefore', { kpi: card.partner.name })}</KpiLink>
        ) : null}
      </div>
      <div className={styles.sure}>
        <Interval n={now.n} ci={now.ci} unit={unit} chips={cautions.map((caution) => say(caution))} />
        <Trust watermark={now.watermark} coverage={now.coverage} />
      </div>
      <footer className={styles.actions}>
        <KpiLink id={card.id} hash="explanation">
          {say('explain')}
        </KpiLink>
        {onRecords && (
          <button type="button" onClick={() => onRecords(card)}>
            {say('records')}
          </button>
        )}
        <CardMenu id={card.id} name={name} start={card.now.period.start} end={card.now.period.end} grain={card.grain} />
      </footer>
    </article>
  );
});
