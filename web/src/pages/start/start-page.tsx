import { Link } from '@tanstack/react-router';
import { useOperation } from '../../api/use-operation.ts';
import { useMay, useSession } from '../../api/use-session.ts';
import { useAddress } from '../../frame/address.ts';
import { FirstSteps } from '../../parts/first-steps/first-steps.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useWords } from '../../words/language.ts';
import { startWords } from '../../words/start.ts';
import { Calendar } from '../settings/company/calendar.tsx';
import { Identity } from '../settings/company/identity.tsx';
import { Goals } from './goals.tsx';
import { Proposal } from './proposal.tsx';
import styles from './start-page.module.css';

const steps = ['company', 'data', 'goals', 'kpis', 'follow'] as const;

/** From nothing to a board of one's own that is watched, in five steps; each can be skipped, and the address says where one is. */
export function Page() {
  const say = useWords(startWords);
  const { address, put } = useAddress(['step', 'goals']);
  const at = Math.max(
    0,
    steps.findIndex((one) => one === address.step),
  );
  const step = steps[at] ?? 'company';
  const go = (index: number): void => put({ step: steps[index] ?? 'company' });
  const goals = address.goals.split(',').filter(Boolean);
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <nav aria-label={say('steps')}>
        <ol className={styles.steps}>
          {steps.map((one, index) => (
            <li key={one}>
              <Link
                to="/start"
                search={{ step: one, ...(goals.length > 0 ? { goals: address.goals } : {}) }}
                aria-current={one === step ? 'step' : undefined}
                data-current={one === step || undefined}
                data-done={index < at || undefined}
              >
                <span aria-hidden="true">{index < at ? '✓' : index + 1}</span> {say(`step_${one}`)}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      {step === 'company' && <CompanyStep />}
      {step === 'data' && <DataStep onSample={() => go(2)} />}
      {step === 'goals' && <Goals chosen={goals} onChange={(next) => put({ goals: next.join(',') })} />}
      {step === 'kpis' && <Proposal goals={goals} />}
      {step === 'follow' && (
        <>
          <p>{say('followHelp')}</p>
          <FirstSteps stays />
        </>
      )}
      <div className={styles.ways}>
        {at > 0 && <PushButton onClick={() => go(at - 1)}>{say('back')}</PushButton>}
        {at < steps.length - 1 && (
          <PushButton look={step === 'company' || step === 'data' ? 'plain' : 'strong'} onClick={() => go(at + 1)}>
            {say('next')}
          </PushButton>
        )}
        <Link to="/">{say('skip')}</Link>
      </div>
    </div>
  );
}

function CompanyStep() {
  const say = useWords(startWords);
  const may = useMay('settings.write');
  const { data, error, refetch } = useOperation('settings', {});
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={420} />;
  return (
    <>
      <p>{say(may ? 'companyHelp' : 'companySeen')}</p>
      <Identity settings={data} disabled={!may} onAnew={() => void refetch()} />
      <Calendar settings={data} disabled={!may} onAnew={() => void refetch()} />
    </>
  );
}

function DataStep({ onSample }: { readonly onSample: () => void }) {
  const say = useWords(startWords);
  const { sample } = useSession();
  return (
    <>
      <p>{say('dataHelp')}</p>
      <div className={styles.choices}>
        <PageSection title={say('sampleTitle')}>
          <p className={styles.why}>{say(sample ? 'sampleHere' : 'sampleAbsent')}</p>
          {sample && (
            <PushButton look="strong" onClick={onSample}>
              {say('sampleGo')}
            </PushButton>
          )}
        </PageSection>
        <PageSection title={say('importTitle')}>
          <p className={styles.why}>{say('importHelp')}</p>
          <Link to="/data">{say('importGo')}</Link>
        </PageSection>
      </div>
    </>
  );
}
