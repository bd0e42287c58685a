import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { call } from '../../api/call.ts';
import { useRun } from '../../api/use-run.ts';
import { DayField } from '../../parts/day-field/day-field.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { importWords } from '../../words/import.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { mappingFile, mappingOf, mappingText } from './draft.ts';
import { EntityCounts } from './entity-counts.tsx';
import { Identity } from './identity.tsx';
import styles from './import-page.module.css';
import type { StepProps } from './import-page.tsx';
import { Problems } from './problems.tsx';
import { RunLine } from './run-line.tsx';
import { Template } from './template.tsx';

/** A whole trial that saves nothing: who is who, what would come of it, what is to be mended. */
export function CheckStep({ draft, change, changeTable, model, go }: StepProps) {
  const say = useWords(importWords);
  const format = useFormat();
  const { language } = useLanguage();
  const sourceId = useId();
  const used = draft.tables.filter((table) => table.used);
  const paths = [...new Set(used.map(({ upload }) => `upload:${upload}`))];
  // Apart from what is asked of the data: a trial changes none of it, and is not made again because something else did.
  const trial = useQuery({
    queryKey: ['import-trial', paths, mappingOf(draft), language],
    queryFn: async ({ signal }) => {
      const mapping = { text: await mappingText(draft), file: mappingFile };
      return call('import', { paths, mapping, dryRun: true, problems: true }, { signal, language });
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const running = useRun('import', trial.isFetching);
  const { data } = trial;
  const taken = data?.entities.reduce((sum, one) => sum + one.created + one.updated + one.vanished, 0) ?? 0;
  return (
    <>
      <p className={styles.help}>{say('checkHelp')}</p>
      <div className={styles.controls}>
        <span className={styles.input}>
          <label htmlFor={sourceId}>{say('source')}</label>
          <input
            id={sourceId}
            maxLength={64}
            defaultValue={draft.source}
            placeholder="files"
            aria-describedby={`${sourceId}help`}
            onBlur={(event) => {
              const source = event.currentTarget.value.trim();
              change((now) => ({ ...now, source }));
            }}
          />
        </span>
        <SelectField
          label={say('mode')}
          value={draft.mode}
          options={[
            { value: 'delta', label: say('mode_delta') },
            { value: 'full', label: say('mode_full') },
          ]}
          onChange={(mode) => change((now) => ({ ...now, mode: mode === 'full' ? 'full' : 'delta' }))}
        />
        <DayField label={say('exportedAt')} value={draft.exportedAt} onChange={(exportedAt) => change((now) => ({ ...now, exportedAt }))} />
      </div>
      <p className={styles.help} id={`${sourceId}help`}>
        {say('sourceHelp')} {say('exportedAtHelp')}
      </p>
      <Identity tables={used} model={model} changeTable={changeTable} />
      {trial.isFetching && (
        <div role="status">
          <RunLine progress={running} fallback={say('trying')} />
          <Skeleton height={120} />
        </div>
      )}
      {trial.error && !trial.isFetching && <TroubleNotice error={trial.error} onRetry={() => void trial.refetch()} />}
      {data && !trial.isFetching && (
        <>
          <PageSection title={say('preview')}>
            {taken === 0 && data.entities.every(({ rejected }) => rejected === 0) && <p className={styles.help}>{say('nothingChanges')}</p>}
            <EntityCounts entities={data.entities} model={model} />
          </PageSection>
          <PageSection title={say('problems')}>
            <Problems problems={data.problems ?? []} go={go} />
          </PageSection>
        </>
      )}
      <Template draft={draft} />
      <footer className={styles.foot}>
        <PushButton onClick={() => go('values')}>{say('back')}</PushButton>
        <PushButton look="strong" disabled={!data || trial.isFetching || taken === 0} onClick={() => go('load')}>
          {say('load', { count: taken, n: format.number(taken, 0) })}
        </PushButton>
      </footer>
    </>
  );
}
