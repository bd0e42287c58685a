import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { scopeWords } from '../../../../../src/i18n/alerts.ts';
import { useMay } from '../../../api/use-session.ts';
import { ActionsOf } from '../../../parts/act/actions-of.tsx';
import { Comments } from '../../../parts/comments/comments.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { type Tone, ToneTag } from '../../../parts/tone-tag/tone-tag.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { saysOf } from '../figure.ts';
import styles from './alert-body.module.css';
import { AlertChart } from './alert-chart.tsx';
import { AlertHistory } from './alert-history.tsx';
import { AlertWhy } from './alert-why.tsx';
import { Handling } from './handling.tsx';

const RecordsDrawer = lazy(() =>
  import('../../../parts/records-drawer/records-drawer.tsx').then(({ RecordsDrawer: it }) => ({ default: it })),
);
const ActForm = lazy(() => import('../../../parts/act/act-form.tsx').then(({ ActForm: it }) => ({ default: it })));

export type AlertWhole = OperationOutput<'alert'>;

const tones = ['bad', 'warning', 'good', 'neutral'] as const;
const toneOf = (tone: string): Tone => tones.find((one) => one === tone) ?? 'neutral';

/** What fired, why, what it means, what can be done, and all that happened to it. */
export function AlertBody({
  found,
  records,
  onRecords,
}: {
  readonly found: AlertWhole;
  /** Whether its records stand open above it. */
  readonly records: boolean;
  readonly onRecords: (open: boolean) => void;
}) {
  const say = useWords(alertsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const mayRecords = useMay('records.read');
  const may = useMay('self');
  const [acting, setActing] = useState(false);
  const { alert, explained, readings } = found;
  const { chance, n } = alert;
  return (
    <div className={styles.body}>
      <h2 className={styles.says}>{saysOf(alert, say, format, (scope) => scopeWords(scope, language))}</h2>
      <p className={styles.rule}>
        {`${alert.rule_says} `}
        <Link to="/alerts" search={{ tab: 'rules', rule: alert.rule }}>
          {say('toRule')}
        </Link>
      </p>
      <div className={styles.ways}>
        <Link to="/kpis/$id" params={{ id: alert.kpi }} className={styles.way}>
          {say('toKpi')}
        </Link>
        {found.records && mayRecords && <PushButton onClick={() => onRecords(true)}>{say('toRecords')}</PushButton>}
        {may && (
          <PushButton aria-expanded={acting} onClick={() => setActing(!acting)}>
            {say('toAction')}
          </PushButton>
        )}
      </div>
      {acting && (
        <section className={styles.act} aria-label={say('toAction')}>
          <Suspense fallback={null}>
            <ActForm about={{ kpi: alert.kpi, scope: alert.scope, alert: alert.id }} onClose={() => setActing(false)} />
          </Suspense>
        </section>
      )}
      <Handling alert={alert} />
      <ActionsOf asked={{ alert: alert.id }} className={styles.part} />
      {/* How old data were, time after time, is no series that anybody reads. */}
      {alert.points.length > 2 && alert.kind !== 'stale' && (
        <section className={styles.part}>
          <AlertChart alert={alert} />
          <p className={styles.sure}>
            {n > 0 && say('sampleOf', { n: format.number(n, 0) })}{' '}
            {chance !== null &&
              (chance < 0.001 ? say('chanceLess') : say('chance', { chance: format.number(chance * 1000, chance < 0.01 ? 1 : 0) }))}
          </p>
        </section>
      )}
      {explained && (
        <section className={styles.part}>
          <AlertWhy alert={alert} explained={explained} />
        </section>
      )}
      {found.records && (
        <section className={styles.part}>
          <h3>{say('readings')}</h3>
          {readings.length === 0 ? (
            <p className={styles.quiet}>{say('readingsNone')}</p>
          ) : (
            <ul className={styles.readings}>
              {readings.map(({ says, next, tone }) => (
                <li key={says}>
                  <ToneTag is={toneOf(tone)} />
                  <div>
                    <p>{format.sentence(says)}</p>
                    <p className={styles.next}>{format.sentence(next)}</p>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <section className={styles.part} aria-label={say('comments')}>
        <h3>{say('comments')}</h3>
        <Comments about={{ kpi: alert.kpi, scope: alert.scope, alert: alert.id }} />
      </section>
      <AlertHistory found={found} />
      {records && found.records && (
        <Suspense fallback={null}>
          <RecordsDrawer {...found.records} where={[...found.records.where]} name={alert.name} onClose={() => onRecords(false)} />
        </Suspense>
      )}
    </div>
  );
}
