import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { OperationInput, OperationOutput } from '../../../../src/app/api/client-types.ts';
import { ApiError } from '../../api/error.ts';
import { useAnswers, useCompany } from '../../api/use-company.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { useView } from '../../frame/view.ts';
import { Choice } from '../../parts/choice/choice.tsx';
import { DimensionPicker } from '../../parts/dimension-picker/dimension-picker.tsx';
import { stretchOf } from '../../parts/kpi-section/stretch.ts';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { funnelWords } from '../../words/funnel.ts';
import { useWords } from '../../words/language.ts';
import { Bridge } from './bridge.tsx';
import { ExpectedClose } from './expected-close.tsx';
import styles from './funnel-page.module.css';
import { OpenPipeline } from './open-pipeline.tsx';
import { Reasons } from './reasons.tsx';
import { ReasonsBy } from './reasons-by.tsx';
import { Stages } from './stages.tsx';
import { Times } from './times.tsx';
import { WonProfile } from './won-profile.tsx';

const RecordsDrawer = lazy(() =>
  import('../../parts/records-drawer/records-drawer.tsx').then(({ RecordsDrawer: it }) => ({ default: it })),
);

export type FunnelOf = OperationOutput<'funnel'>['funnels'][number];
export type Where = NonNullable<OperationInput<'query'>['where']>;
export type Measure = 'count' | 'value';

/** What the parts of the page ask about, and how what is asked is measured. */
export interface Asking {
  readonly where: Where;
  readonly asOf: string | undefined;
  readonly measure: Measure;
}

/** The funnel stage by stage, how long each takes, and the open pipeline at any two dates. */
export function Page() {
  const say = useWords(funnelWords);
  const format = useFormat();
  const { view } = useView();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const company = useCompany();
  const mayRecords = useMay('records.read');
  const mayImport = useMay('data.write');
  const [stage, setStage] = useState<string | null>(null);
  const change = useCallback(
    (parts: Readonly<Record<string, string | undefined>>) =>
      void navigate({
        to: '.',
        search: (before: Readonly<Record<string, unknown>>) =>
          Object.fromEntries(Object.entries({ ...before, ...parts }).filter(([, value]) => value !== undefined)),
        resetScroll: false,
      }),
    [navigate],
  );
  const where = useMemo(() => conditionsOf(view), [view]);
  const { from, to, asOf } = view;
  const answers = useAnswers('funnel');
  const { data, error, isPlaceholderData, refetch } = useOperation(
    'funnel',
    {
      where,
      ...(from && to ? { from, to } : {}),
      ...(asOf ? { asOf } : {}),
    },
    { enabled: answers === true },
  );
  // Many a CRM gives its deals without the changes of their stage: the rest of the page does without.
  const isLacking = answers === false || (error instanceof ApiError && error.code === 'kpi_unavailable');
  if (!data && !isLacking) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <FunnelSkeleton />;
  const funnels = (data?.funnels ?? []).toSorted((left, right) => right.entered - left.entered);
  const chosen = funnels.find(({ pipeline }) => pipeline === search.pipeline) ?? funnels[0] ?? null;
  const hidesAmounts = funnels.some(({ stages }) => stages.some(({ entered }) => entered.value === null));
  const measure: Measure = search.measure === 'value' && !hidesAmounts ? 'value' : 'count';
  const isFiltered = !isLacking && (where.length > 0 || from !== undefined);
  const nameOf = (funnel: FunnelOf): string => funnel.pipeline ?? say('title');
  const own: Where = chosen?.pipeline ? [...where, { dimension: 'pipeline', op: '=', value: chosen.pipeline }] : where;
  const asking: Asking = { where: own, asOf, measure };
  const lastDay = to ?? asOf ?? data?.watermark?.slice(0, 10) ?? company.last_day ?? null;
  const stretch = data?.query ?? (lastDay ? stretchOf(view, lastDay, 12) : null);
  const period = stretch?.from && stretch.to ? { start: stretch.from, end: stretch.to } : null;
  return (
    <Updating active={isPlaceholderData}>
      <div className={styles.page}>
        <header className={styles.head}>
          <div>
            <h1>{say('title')}</h1>
            <p className={styles.lead}>
              {chosen
                ? say('lead', {
                    count: chosen.won,
                    entered: format.number(chosen.entered, 0),
                    pipeline: nameOf(chosen),
                    won: format.number(chosen.won, 0),
                  })
                : !isLacking && say('leadNone')}{' '}
              {chosen?.bottleneck && say('leadBottleneck', { stage: chosen.bottleneck })}
            </p>
          </div>
          <div className={styles.choices}>
            {funnels.length > 1 && chosen && (
              <DimensionPicker
                label={say('pipeline')}
                value={nameOf(chosen)}
                options={funnels.map((funnel) => ({ value: nameOf(funnel), label: nameOf(funnel) }))}
                set={search.pipeline !== undefined}
                onChange={(pipeline) => change({ pipeline })}
              />
            )}
            {!hidesAmounts && (
              <Choice
                label={say('measure')}
                value={measure}
                options={[
                  { value: 'count', label: say('by_count') },
                  { value: 'value', label: say('by_value') },
                ]}
                onChange={(one) => change({ measure: one === 'value' ? 'value' : undefined })}
              />
            )}
          </div>
        </header>
        {!chosen && (
          <EmptyNotice
            is={isFiltered ? 'noMatch' : 'noData'}
            action={!isFiltered && mayImport && <Link to="/data/import">{say('toData')}</Link>}
          >
            {isFiltered ? undefined : say('noDeals')}
          </EmptyNotice>
        )}
        {!chosen && isLacking && period && <Reasons period={period} asking={asking} of="deals" />}
        {chosen && period && (
          <>
            <Stages funnel={chosen} period={period} measure={measure} onStage={mayRecords ? setStage : undefined} />
            <div className={styles.halves}>
              <Times funnel={chosen} period={period} asking={asking} />
              <Reasons period={period} asking={asking} of="deals" />
            </div>
          </>
        )}
        <Bridge
          asking={asking}
          pipeline={chosen?.pipeline ?? null}
          where={where}
          at={typeof search.at === 'string' ? search.at : to}
          against={typeof search.against === 'string' ? search.against : from && dayBefore(from)}
          onDates={change}
        />
        {lastDay && (
          <div className={`${styles.halves} ${styles.crossed}`}>
            <OpenPipeline day={lastDay} order={chosen?.stages.map((one) => one.stage) ?? []} asking={asking} />
            <div className={styles.stack}>
              <ExpectedClose day={lastDay} asking={asking} />
              {period && <Reasons period={period} asking={{ ...asking, where }} of="leads" />}
            </div>
          </div>
        )}
        {(chosen || isLacking) && period && (
          <>
            <ReasonsBy period={period} asking={asking} />
            <WonProfile end={period.end} />
          </>
        )}
      </div>
      {stage !== null && period && (
        <Suspense>
          <RecordsDrawer
            kpi="funnel_stage_conversion"
            variant="by_count"
            part="denominator"
            name={stage}
            from={period.start}
            to={period.end}
            where={[...own, { dimension: 'stage', op: '=', value: stage }]}
            onClose={() => setStage(null)}
          />
        </Suspense>
      )}
    </Updating>
  );
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** The places of what comes, at their final size. */
function FunnelSkeleton() {
  const say = useWords(funnelWords);
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <Skeleton height={420} />
      <div className={styles.halves}>
        <Skeleton height={280} />
        <Skeleton height={280} />
      </div>
      <Skeleton height={320} />
    </div>
  );
}
