import { Link } from '@tanstack/react-router';
import { Fragment, useRef } from 'react';
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
import { Unsaved, type UnsavedForms } from '../settings/company/unsaved.ts';
import { useSettings } from '../settings/company/use-settings-form.ts';
import { Goals } from './goals.tsx';
import { Proposal } from './proposal.tsx';
import styles from './start-page.module.css';

const steps = ['company', 'data', 'goals', 'kpis', 'follow'] as const;

/** From nothing to a board of one's own that is watched, in five steps; each can be skipped, and the address says where one is. */
export function Page() {
  const say = useWords(startWords);
  const { address, put, go } = useAddress(['step', 'goals']);
  const at = Math.max(
    0,
    steps.findIndex((one) => one === address.step),
  );
  const step = steps[at] ?? 'company';
  const to = (index: number): void => go({ step: steps[index] ?? 'company' });
  const unsaved = useRef<UnsavedForms>(new Map());
  /** What stands in a form and was not saved is saved; where that fails the form says why, and nobody goes on. */
  const next = async (): Promise<void> => {
    for (const form of [...unsaved.current.keys()]) {
      const isSaved = await unsaved.current.get(form)?.();
      if (isSaved === false) return;
    }
    to(at + 1);
  };
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
      {step === 'company' && (
        <Unsaved value={unsaved.current}>
          <CompanyStep />
        </Unsaved>
      )}
      {step === 'data' && <DataStep onSample={() => to(2)} />}
      {step === 'goals' && <Goals chosen={goals} onChange={(next) => put({ goals: next.join(',') })} />}
      {step === 'kpis' && <Proposal goals={goals} />}
      {step === 'follow' && (
        <>
          <p>{say('followHelp')}</p>
          <FirstSteps stays />
        </>
      )}
      <div className={styles.ways}>
        {at > 0 && <PushButton onClick={() => to(at - 1)}>{say('back')}</PushButton>}
        {at < steps.length - 1 && (
          <PushButton look={step === 'company' || step === 'data' ? 'plain' : 'strong'} onClick={() => void next()}>
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
  const { settings, error, refetch, version, anew } = useSettings();
  if (!settings) return error ? <TroubleNotice error={error} onRetry={refetch} /> : <Skeleton height={420} />;
  return (
    <Fragment key={version}>
      <p>{say(may ? 'companyHelp' : 'companySeen')}</p>
      <Identity settings={settings} disabled={!may} onAnew={anew} />
      <Calendar settings={settings} disabled={!may} onAnew={anew} />
    </Fragment>
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
