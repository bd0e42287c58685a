import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { call } from '../../api/call.ts';
import { dropUpload } from '../../api/upload.ts';
import { keyOf } from '../../api/use-operation.ts';
import { useRun } from '../../api/use-run.ts';
import { announce } from '../../parts/live-region/live-region.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { importWords } from '../../words/import.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { RejectedDownload } from '../data/rejected-download.tsx';
import { UndoBatch } from '../data/undo-batch.tsx';
import { mappingFile, mappingText } from './draft.ts';
import { EntityCounts } from './entity-counts.tsx';
import styles from './import-page.module.css';
import type { Load, StepProps } from './import-page.tsx';
import { Problems } from './problems.tsx';
import { RunLine } from './run-line.tsx';
import { Template } from './template.tsx';

type Result = OperationOutput<'import'>;

interface LoadProps extends StepProps {
  readonly onEnd: (how: Load) => void;
  readonly onAgain: () => void;
}

/** The load itself, all or nothing; then what came of it, and the way back. */
export function LoadStep({ draft, model, go, onEnd, onAgain }: LoadProps) {
  const say = useWords(importWords);
  const format = useFormat();
  const client = useQueryClient();
  const { language } = useLanguage();
  const [result, setResult] = useState<Result | null>(null);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const [undone, setUndone] = useState(false);
  const begun = useRef(false);
  const progress = useRun('import', result === null && trouble === null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step is reached
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const load = async (): Promise<void> => {
      try {
        const paths = [...new Set(draft.tables.filter(({ used }) => used).map(({ upload }) => `upload:${upload}`))];
        const mapping = { text: await mappingText(draft), file: mappingFile };
        const answer = await call('import', { paths, mapping, problems: true }, { language });
        setResult(answer);
        onEnd('done');
        announce(say('doneTitle'));
        await client.invalidateQueries({ queryKey: keyOf() });
        for (const { id } of draft.uploads) void dropUpload(id);
      } catch (error) {
        setTrouble(error instanceof Error ? error : new Error(String(error)));
        onEnd('failed');
      }
    };
    void load();
  }, []);
  if (trouble) {
    return (
      <>
        <TroubleNotice error={trouble}>{say('failedTitle')}</TroubleNotice>
        <footer className={styles.foot}>
          <PushButton onClick={() => go('check')}>{say('back')}</PushButton>
        </footer>
      </>
    );
  }
  if (!result) {
    return (
      <div role="status" aria-busy="true">
        <RunLine progress={progress} fallback={say('loading')} />
        <p className={styles.help}>{say('loadNote')}</p>
      </div>
    );
  }
  const rows = result.entities.reduce((sum, one) => sum + one.created + one.updated, 0);
  const rejected = result.entities.reduce((sum, one) => sum + one.rejected, 0);
  return (
    <>
      <PageSection title={undone ? say('undone', { batch: result.batch ?? '' }) : say('doneTitle')}>
        {!undone && (
          <p className={styles.help}>
            {result.batch === null
              ? say('doneUnchanged')
              : say('doneSays', {
                  batch: result.batch,
                  source: result.source,
                  rows: say('rows', { count: rows, n: format.number(rows, 0) }),
                  seconds: `${format.number(result.seconds, 1)} s`,
                })}
          </p>
        )}
        <EntityCounts entities={result.entities} model={model} />
        <p className={`${styles.buttons} ${styles.more}`}>
          <Link to="/">{say('toBoard')}</Link>
          <Link to="/kpis">{say('toKpis')}</Link>
          {result.batch !== null && rejected > 0 && !undone && <RejectedDownload batch={result.batch} rows={rejected} />}
          {result.batch !== null && !undone && <UndoBatch batch={result.batch} onUndone={() => setUndone(true)} />}
          <PushButton onClick={onAgain}>{say('another')}</PushButton>
        </p>
      </PageSection>
      {rejected > 0 && (
        <PageSection title={say('problems')}>
          <Problems problems={result.problems ?? []} go={null} />
        </PageSection>
      )}
      <Template draft={draft} />
    </>
  );
}
