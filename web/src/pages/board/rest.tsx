import { Link } from '@tanstack/react-router';
import { memo, useDeferredValue } from 'react';
import { Delta } from '../../parts/delta/delta.tsx';
import { type Card, cautionsOf, judgementOf } from '../../parts/kpi-card/card.ts';
import { useBase } from '../../parts/kpi-card/use-base.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Sparkline } from '../../parts/sparkline/sparkline.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { areaWords } from '../../words/areas.ts';
import { boardWords } from '../../words/board.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { useValueName } from '../../words/values.ts';
import styles from './rest.module.css';

const none: readonly Card[] = [];

/** Every other KPI on one line each, by area. */
export const Rest = memo(function Rest({ cards: all }: { readonly cards: readonly Card[] }) {
  // A hundred lines are drawn after what comes first, a few at a time, so that the page answers meanwhile.
  const cards = useDeferredValue(all, none);
  const say = useWords(boardWords);
  const area = useWords(areaWords);
  return (
    <PageSection title={say('rest')} note={say('restNote', { count: all.length })} look="bare" className={styles.rest}>
      <div className={styles.areas} aria-busy={cards !== all}>
        {[...Map.groupBy(cards, (card) => card.area)].map(([name, some]) => (
          <section key={name} className={styles.area} aria-label={area(name as Parameters<typeof area>[0])}>
            <table className={styles.table}>
              <caption>
                <h3>{area(name as Parameters<typeof area>[0])}</h3>
              </caption>
              <thead className={styles.heads}>
                <tr>
                  <th scope="col">{say('kpi')}</th>
                  <th scope="col">{say('value')}</th>
                  <th scope="col">{say('change')}</th>
                  <th scope="col">{say('line')}</th>
                </tr>
              </thead>
              <tbody>
                {some.map((card) => (
                  <Row key={card.id} card={card} />
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </PageSection>
  );
});

function Row({ card }: { readonly card: Card }) {
  const parts = useWords(partsWords);
  const format = useFormat();
  const baseOf = useBase();
  const valueName = useValueName();
  const { now, compared, unit, points } = card;
  const cautions = cautionsOf(card);
  const judgement = judgementOf(card);
  return (
    <tr>
      <th scope="row">
        <Link to="/kpis/$id" params={{ id: card.id }} className={styles.name}>
          {card.name}
        </Link>
        {card.group !== null && <small className={styles.group}>{valueName(card.group)}</small>}
      </th>
      <td className={styles.value}>{now.value === null ? '–' : <Short value={now.value} unit={unit} />}</td>
      <td className={styles.change}>
        <div className={styles.told}>
          {' '}
          {now.value === null ? (
            <span className={styles.quiet}>{parts('no_data')}</span>
          ) : (
            <>
              <Delta compared={compared} unit={unit} base={baseOf(card)} />
              {cautions.length > 0 ? (
                <span className={styles.quiet}>{parts(cautions[0] ?? 'smallSample')}</span>
              ) : (
                <Verdict is={judgement} />
              )}
            </>
          )}
        </div>
      </td>
      <td className={styles.line}>
        <Sparkline
          points={points}
          usual={card.usual}
          label={parts('points', {
            count: points.length,
            first: points[0]?.value == null ? '–' : format.value(points[0].value, unit),
            last: now.value === null ? '–' : format.value(now.value, unit),
          })}
        />
      </td>
    </tr>
  );
}

function Short({ value, unit }: { readonly value: number; readonly unit: string }) {
  const { before, figure, after } = useFormat().figure(value, unit);
  return (
    <>
      {before && `${before}\u00a0`}
      {figure}
      {after && <small className={styles.unit}>{`\u00a0${after}`}</small>}
    </>
  );
}
