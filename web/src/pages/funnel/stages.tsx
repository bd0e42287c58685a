import { Fragment } from 'react';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { useFormat } from '../../words/format.ts';
import { funnelWords } from '../../words/funnel.ts';
import { useWords } from '../../words/language.ts';
import type { FunnelOf, Measure } from './funnel-page.tsx';
import styles from './stages.module.css';

type Stage = FunnelOf['stages'][number];
type Amount = Stage['entered'];

interface Props {
  readonly funnel: FunnelOf;
  readonly period: { readonly start: string; readonly end: string };
  readonly measure: Measure;
  /** Opens the records of a stage; absent: the reader may not see them. */
  readonly onStage: ((stage: string) => void) | undefined;
}

/** The funnel narrowing: each stage as a bar, and between two stages what goes on, is lost and stays. */
export function Stages({ funnel, period, measure, onStage }: Props) {
  const say = useWords(funnelWords);
  const format = useFormat();
  const unit = measure === 'value' ? 'money' : 'count';
  const of = (amount: Amount): number => amount[measure] ?? 0;
  const { stages } = funnel;
  const [first] = stages;
  const won = stages.reduce((most, stage) => (of(stage.won) > of(most) ? stage.won : most), first?.won ?? { count: 0, value: 0 });
  // What is won without having begun at the first stage counts too.
  const wonOf = measure === 'count' ? { count: funnel.won, value: null } : won;
  const alike = format.alike([...stages.flatMap(({ entered, lost }) => [of(entered), of(lost)]), of(wonOf)], unit, 'always');
  const write = (amount: Amount): string => alike.value(of(amount));
  const most = Math.max(1, ...stages.map(({ entered }) => of(entered)));
  const shareOf = (part: Amount, { entered }: Stage): number => (of(entered) === 0 ? 0 : of(part) / of(entered));
  const worst = stages.toSorted((left, right) => shareOf(right.lost, right) - shareOf(left.lost, left))[0];
  return (
    <PageSection title={say('stages')} note={say('stagesNote', { period: format.period(period, 'total') })} id="stages">
      <ChartFrame
        title={say('stages')}
        heading={null}
        period={format.period(period, 'total')}
        sentence={
          first && worst && of(worst.lost) > 0
            ? say('stagesSays', {
                count: unit === 'count' ? of(wonOf) : 2,
                entered: write(first.entered),
                first: first.stage,
                won: write(wonOf),
                stage: worst.stage,
                drop: format.share(shareOf(worst.lost, worst)),
              })
            : say('stagesSaysFew', {
                count: unit === 'count' ? of(wonOf) : 2,
                entered: first ? write(first.entered) : '0',
                first: first?.stage ?? '',
                won: write(wonOf),
              })
        }
        table={{
          columns: [
            say('stage'),
            ...[say('entered'), say('advanced'), say('lost'), say('waiting'), say('backAside')].map((label) => ({ label, kind: unit })),
            { label: `${say('advanced')} (%)`, kind: 'rate' },
            { label: `${say('lost')} (%)`, kind: 'rate' },
          ],
          rows: stages.map((stage) => [
            stage.stage,
            of(stage.entered),
            of(stage.advanced),
            of(stage.lost),
            of(stage.waiting),
            of({ count: stage.back.count + stage.aside.count, value: (stage.back.value ?? 0) + (stage.aside.value ?? 0) }),
            shareOf(stage.advanced, stage),
            shareOf(stage.lost, stage),
          ]),
        }}
      >
        <ol className={styles.funnel}>
          {stages.map((stage) => (
            <Fragment key={stage.stage}>
              <li className={styles.stage}>
                <span className={styles.name}>
                  {onStage ? (
                    <button
                      type="button"
                      className={styles.open}
                      onClick={() => onStage(stage.stage)}
                      title={say('openRecords', { count: stage.entered.count, stage: stage.stage })}
                    >
                      {stage.stage}
                    </button>
                  ) : (
                    stage.stage
                  )}
                  {stage.stage === funnel.bottleneck && <small className={styles.neck}>{say('bottleneck')}</small>}
                </span>
                <span className={styles.track}>
                  <i className={styles.bar} style={{ width: `${(of(stage.entered) / most) * 100}%` }} />
                </span>
                <b className={styles.value}>{write(stage.entered)}</b>
              </li>
              <li className={styles.step}>
                <span className={styles.between}>
                  <b>
                    {of(stage.advanced) === 0 ? say('passesNone') : say('passes', { share: format.share(shareOf(stage.advanced, stage)) })}
                  </b>
                  {of(stage.lost) > 0 && (
                    <span className={styles.lost}>
                      <i aria-hidden="true" /> {say('drops', { share: format.share(shareOf(stage.lost, stage)) })} ({write(stage.lost)})
                    </span>
                  )}
                  {of(stage.waiting) > 0 && <span>{say('waits', { share: format.share(shareOf(stage.waiting, stage)) })}</span>}
                  {stage.skipped.count > 0 && <span>{say('skips', { count: stage.skipped.count })}</span>}
                </span>
              </li>
            </Fragment>
          ))}
          <li className={styles.stage}>
            <span className={styles.name}>{say('wonRow')}</span>
            <span className={styles.track}>
              <i className={styles.won} style={{ width: `${(of(wonOf) / most) * 100}%` }} />
            </span>
            <b className={styles.value}>{write(wonOf)}</b>
          </li>
        </ol>
      </ChartFrame>
    </PageSection>
  );
}
