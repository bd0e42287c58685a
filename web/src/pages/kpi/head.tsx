import { Link } from '@tanstack/react-router';
import { reasonWords } from '../../../../src/i18n/reasons.ts';
import { ActButton } from '../../parts/act/act-button.tsx';
import { AlertLink } from '../../parts/alert-link/alert-link.tsx';
import { Delta } from '../../parts/delta/delta.tsx';
import { Interval } from '../../parts/interval/interval.tsx';
import { type Card, cautionsOf, judgementOf } from '../../parts/kpi-card/card.ts';
import { Skeleton } from '../../parts/state-notice/state-notice.tsx';
import { Trust } from '../../parts/trust/trust.tsx';
import { Unseen } from '../../parts/unseen/unseen.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { areaWords } from '../../words/areas.ts';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './head.module.css';
import type { KpiWhole } from './kpi-page.tsx';

interface Props {
  readonly kpi: KpiWhole;
  readonly card: Card | null;
  /** The figure is being asked for: its place is kept. */
  readonly coming?: boolean;
  /** DIM=VALUE of the filters; null: the company, or what no action can be about. */
  readonly scope?: string | null;
}

/** Name, question and the value with its change, its certainty and its trust, in the order of a card. */
export function Head({ kpi, card, coming = false, scope = null }: Props) {
  const say = useWords(kpiWords);
  const parts = useWords(partsWords);
  const area = useWords(areaWords);
  const format = useFormat();
  const { language } = useLanguage();
  const figure = card && card.now.value !== null ? format.figure(card.now.value, card.unit) : null;
  const cautions = card ? cautionsOf(card) : [];
  return (
    <header className={styles.head}>
      <div>
        <p className={styles.path}>
          <Link to="/kpis">{say('toCatalogue')}</Link> · {area(kpi.area as Parameters<typeof area>[0])}
        </p>
        <h1>{kpi.name}</h1>
        <p className={styles.question}>{kpi.texts.question}</p>
        <p className={styles.act}>
          <ActButton about={{ kpi: kpi.id, scope }} />
          <AlertLink kpi={kpi.id} scope={scope} />
        </p>
      </div>
      {coming && (
        <div className={styles.coming}>
          <Skeleton height="100%" />
        </div>
      )}
      {card && (
        <div className={styles.now}>
          <p className={styles.value}>
            {figure ? (
              <>
                <span aria-hidden="true">
                  {figure.before && <small>{figure.before} </small>}
                  {figure.figure}
                  {figure.after && <small> {figure.after}</small>}
                </span>
                <Unseen>{figure.full}</Unseen>
              </>
            ) : (
              <small>{parts('no_data')}</small>
            )}
          </p>
          <div className={styles.beside}>
            <b>{format.period(card.now.period, card.grain)}</b>
            {figure ? (
              <Delta
                compared={card.compared}
                unit={card.unit}
                base={card.compared ? format.period(card.compared.period, card.grain) : null}
              />
            ) : (
              <span>{reasonWords(card.now.reasons, language)}</span>
            )}
            {figure && cautions.length === 0 && <Verdict is={judgementOf(card)} />}
          </div>
          <div className={styles.beside}>
            <Interval n={card.now.n} ci={card.now.ci} unit={card.unit} chips={cautions.map((caution) => parts(caution))} />
            <Trust watermark={card.now.watermark} coverage={card.now.coverage} />
          </div>
        </div>
      )}
    </header>
  );
}
