import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { useMay, useSession } from '../../api/use-session.ts';
import { useWords } from '../../words/language.ts';
import { startWords } from '../../words/start.ts';
import { PushButton } from '../push-button/push-button.tsx';
import styles from './first-steps.module.css';

const kept = 'cuadro.firstSteps';
const steps = ['target', 'alert', 'digest'] as const;
const ways = {
  target: { to: '/kpis', search: { tab: 'targets' } },
  alert: { to: '/alerts', search: { tab: 'rules', rule: 'new' } },
  digest: { to: '/settings', search: { tab: 'notices' } },
} as const;

function isAway(): boolean {
  try {
    return localStorage.getItem(kept) !== null;
  } catch {
    // A browser that keeps nothing.
    return false;
  }
}

function keepAway(): void {
  try {
    localStorage.setItem(kept, 'away');
  } catch {
    // It comes again next time.
  }
}

interface Props {
  /** On a page of its own purpose it stays, whatever is done; elsewhere it goes when all is, or when somebody wants it to. */
  readonly stays?: boolean;
}

/** Target, alert, digest: what is done ticks itself off by what there is. */
export function FirstSteps({ stays = false }: Props) {
  const say = useWords(startWords);
  const may = useMay('self');
  const { id } = useSession();
  const [away, setAway] = useState(isAway);
  const isShown = may && id !== null && (stays || !away);
  const { data } = useOperation('first_steps', {}, { enabled: isShown });
  const done = data ? steps.filter((step) => data[step]).length : 0;
  const isAll = done === steps.length;
  useEffect(() => {
    if (isAll) keepAway();
  }, [isAll]);
  if (!isShown || (isAll && !stays)) return null;
  return (
    <section className={styles.steps} aria-labelledby="first-steps">
      <h2 id="first-steps">
        {say('first')} <small>{data ? say('firstDone', { done, total: steps.length }) : '\u00a0'}</small>
      </h2>
      <ol>
        {steps.map((step) => {
          const isDone = data?.[step] ?? false;
          return (
            <li key={step} data-done={isDone || undefined}>
              <span className={styles.tick} aria-hidden="true">
                {isDone ? '✓' : ''}
              </span>
              <span>
                {isDone ? (
                  say(`first_${step}_done`)
                ) : (
                  <Link to={ways[step].to} search={() => ways[step].search as never}>
                    {say(`first_${step}`)}
                  </Link>
                )}
                {!isDone && (
                  <small>{say(step === 'digest' && data?.can_mail === false ? 'first_digest_noMail' : `first_${step}_help`)}</small>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {!stays && (
        <PushButton
          look="quiet"
          className={styles.away}
          onClick={() => {
            keepAway();
            setAway(true);
          }}
        >
          {say('firstAway')}
        </PushButton>
      )}
    </section>
  );
}
