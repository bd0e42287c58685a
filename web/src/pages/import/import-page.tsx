import { Link, useBlocker } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { useSession } from '../../api/use-session.ts';
import { useAddress } from '../../frame/address.ts';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { importWords } from '../../words/import.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { type Draft, type Entity, emptyDraft, openDoubts, type TableDraft } from './draft.ts';
import { FilesStep } from './files-step.tsx';
import { FormatStep } from './format-step.tsx';
import { GuestNotice } from './guest-notice.tsx';
import styles from './import-page.module.css';
import { LoadStep } from './load-step.tsx';
import { type StepName, Steps, steps } from './steps.tsx';
import { ValuesStep } from './values-step.tsx';

/** What every step gets: what is known, and how to change it. */
export interface StepProps {
  readonly draft: Draft;
  readonly change: (change: (draft: Draft) => Draft) => void;
  readonly changeTable: (key: string, change: (table: TableDraft) => TableDraft) => void;
  readonly model: readonly Entity[];
  readonly go: (step: StepName) => void;
}

/** How the load stands; once it is done its files are gone from the server. */
export type Load = 'none' | 'running' | 'failed' | 'done';

/** From files to a batch: format, columns, values, a trial, then all or nothing. */
export function Page() {
  const say = useWords(importWords);
  const session = useSession();
  const { language } = useLanguage();
  const model = useOperation('model', { language });
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [load, setLoad] = useState<Load>('none');
  const { address, go: goTo } = useAddress(['step']);
  const asked = steps.find((one) => one === address.step) ?? 'files';
  // A link or a reload brings the step, not the files.
  const step = draft.tables.length === 0 || (asked === 'load' && load === 'none') ? 'files' : asked;
  const go = (next: StepName): void => {
    if (next === 'load') setLoad('running');
    goTo({ step: next === 'files' ? '' : next });
  };
  const isAtHand = draft.tables.length > 0 && (load === 'none' || load === 'failed');
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      current.pathname === next.pathname
        ? load === 'running' && Object(next.search).step !== 'load'
        : isAtHand && !window.confirm(say('leave')),
    enableBeforeUnload: isAtHand,
  });
  useEffect(() => {
    if (step === 'load' || (load !== 'done' && load !== 'failed')) return;
    if (load === 'done') setDraft(emptyDraft);
    setLoad('none');
  }, [load, step]);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each step the reader begins at its top
  useEffect(() => {
    if (first.current) first.current = false;
    else heading.current?.focus();
  }, [step]);
  if (!session.known) return <Skeleton height={420} />;
  if (!session.permissions.includes('data.write')) {
    return (
      <div className={styles.page}>
        <h1>{say('title')}</h1>
        {session.kind === 'guest' ? <GuestNotice /> : <EmptyNotice is="noRights">{say('noRights')}</EmptyNotice>}
      </div>
    );
  }
  const change: StepProps['change'] = setDraft;
  const changeTable: StepProps['changeTable'] = (key, alter) =>
    setDraft((now) => ({ ...now, tables: now.tables.map((table) => (table.key === key ? alter(table) : table)) }));
  const props = { draft, change, changeTable, model: model.data?.entities ?? [], go };
  const index = steps.indexOf(step);
  const doubtful = draft.tables.filter((table) => openDoubts(table).length > 0);
  const used = draft.tables.some((table) => table.used);
  const blocked =
    (step === 'files' && (draft.tables.length === 0 || busy)) ||
    (step === 'columns' && (doubtful.length > 0 || !used)) ||
    (step === 'format' && draft.tables.length === 0);
  const reachable = steps.filter(
    (_, at) => at <= index || (!blocked && at === index + 1) || (at < 3 && draft.tables.length > 0 && step !== 'load'),
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('title')}</h1>
        <Link to="/data">{say('backToData')}</Link>
        <p>{say('intro')}</p>
      </header>
      {session.sample && step === 'files' && <p className={styles.warning}>{say('sampleMix')}</p>}
      <Steps step={step} reachable={step === 'load' ? [] : reachable} onGo={go} />
      <h2 ref={heading} tabIndex={-1} className={styles.stepHead}>
        {say(`step_${step}`)} <small>{say('stepOf', { step: index + 1, steps: steps.length })}</small>
      </h2>
      {model.error && <TroubleNotice error={model.error} onRetry={() => void model.refetch()} />}
      {step === 'files' && <FilesStep {...props} onBusy={setBusy} />}
      {step === 'format' && <FormatStep {...props} />}
      {step === 'columns' && <ColumnsStep {...props} />}
      {step === 'values' && <ValuesStep {...props} />}
      {step === 'check' && <CheckStep {...props} />}
      {step === 'load' && <LoadStep {...props} onEnd={setLoad} onAgain={() => go('files')} />}
      {step !== 'check' && step !== 'load' && (
        <footer className={styles.foot}>
          {index > 0 && <PushButton onClick={() => go(steps[index - 1] ?? 'files')}>{say('back')}</PushButton>}
          <PushButton look="strong" disabled={blocked} onClick={() => go(steps[index + 1] ?? 'check')}>
            {say('next')}
          </PushButton>
          {step === 'columns' && !used && <p role="status">{say('nothingUsed')}</p>}
          {step === 'columns' && doubtful.length > 0 && (
            <p role="status">{say('doubtsBlock', { list: doubtful.map(({ key }) => key).join(', ') })}</p>
          )}
        </footer>
      )}
    </div>
  );
}
