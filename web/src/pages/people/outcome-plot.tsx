import { useCallback } from 'react';
import { Chart } from '../../parts/chart/chart.tsx';
import type { Look } from '../../parts/chart/look.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { DimensionPicker } from '../../parts/dimension-picker/dimension-picker.tsx';
import { IntervalDots } from '../../parts/interval-dots/interval-dots.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { peopleWords } from '../../words/people.ts';
import { funnelOption } from './funnel-option.ts';
import { type Outcome, type Role, roles } from './outcomes.ts';
import styles from './people-page.module.css';
import { useOutcomes } from './use-outcomes.ts';

interface Props {
  readonly role: Role;
  readonly onRole: (role: Role) => void;
  readonly end: string;
}

/** Estimates nearer than this are one and the same: what differs between people is no more than chance. */
const flat = 0.03;

/** People's outcomes by the number of their cases, between the limits of chance; nobody is ranked by luck. */
export function OutcomePlot({ role, onRole, end }: Props) {
  const say = useWords(peopleWords);
  const format = useFormat();
  const { outcomes, hidden, known, error, refetch, stretch } = useOutcomes(role, end);
  const write = useCallback((value: number) => format.value(value, 'rate'), [format]);
  const says = useCallback(
    ({ name, raw, n, verdict }: Outcome) =>
      say('point', { name, value: write(raw), n: format.number(n, 0), verdict: say(`verdict_${verdict}`) }),
    [say, write, format],
  );
  const option = useCallback(
    (look: Look) =>
      funnelOption(
        outcomes,
        {
          axisCases: say('axisCases'),
          all: say('all'),
          limit95: say('limit95'),
          limit998: say('limit998'),
          axis: (value) => format.axis(value, 'rate'),
          says,
        },
        look,
      ),
    [outcomes, say, format, says],
  );
  const picker = (
    <DimensionPicker
      label={say('role')}
      value={role}
      options={roles.map((value) => ({ value, label: say(`role_${value}`) }))}
      onChange={(value) => onRole(roles.find((one) => one === value) ?? 'default')}
    />
  );
  const [first] = outcomes;
  const out = outcomes.filter(({ verdict }) => verdict !== 'within' && verdict !== 'none');
  const adjusted = outcomes.map((outcome) => outcome.adjusted);
  const isFlat = outcomes.length > 1 && Math.max(...adjusted) - Math.min(...adjusted) < flat;
  const measures = { role: say(`role_${role}`), measures: say(`measures_${role}`) };
  const table = {
    columns: [
      say('person'),
      { label: say('cases'), kind: 'count' },
      ...[say('result'), say('adjusted'), say('from'), say('to')].map((label) => ({ label, kind: 'rate' })),
      say('reading'),
    ],
    rows: outcomes.map(({ name, n, raw, adjusted, ci, verdict }) => [
      name,
      n,
      raw,
      adjusted,
      ci?.[0] ?? null,
      ci?.[1] ?? null,
      say(`verdict_${verdict}`),
    ]),
  };
  const note = `${format.day(stretch.from)} – ${format.day(stretch.to)}`;
  return (
    <div className={styles.two}>
      <PageSection title={say('funnel')} note={note} actions={picker}>
        {error && !known && <TroubleNotice error={error} onRetry={() => void refetch()} />}
        {!known && !error && <Skeleton height={420} />}
        {known && !first && <EmptyNotice is="noData">{hidden > 0 ? say('hidden', { count: hidden }) : say('none')}</EmptyNotice>}
        {first && (
          <Chart
            title={say('funnel')}
            heading={null}
            period={note}
            height={360}
            option={option}
            sentence={
              first.all === null
                ? say(outcomes.length === 1 ? 'oneOnly' : 'noLimits')
                : [
                    say('funnelSays', { ...measures, count: outcomes.length, within: outcomes.length - out.length, all: write(first.all) }),
                    ...out.map(({ name, raw, n, verdict }) =>
                      say('out', { name, verdict: say(`verdict_${verdict}`), value: write(raw), n: format.number(n, 0) }),
                    ),
                  ].join(' ')
            }
            points={outcomes.map((outcome, index) => ({ series: 0, index, says: () => says(outcome) }))}
            table={table}
          />
        )}
        {first && <p className={styles.note}>{say('care')}</p>}
        {first && hidden > 0 && <p className={styles.note}>{say('hidden', { count: hidden })}</p>}
      </PageSection>
      {first && (
        <PageSection title={say('shrunk')}>
          <ChartFrame
            title={say('shrunk')}
            heading={null}
            period={note}
            sentence={isFlat ? `${say('shrunkFlat')} ${say('shrunkSays')}` : say('shrunkSays')}
            table={table}
          >
            <IntervalDots
              unit="rate"
              whole={first.all}
              rows={outcomes
                .toSorted((left, right) => right.adjusted - left.adjusted)
                .map(({ name, adjusted, ci, n, verdict }) => ({
                  name,
                  value: adjusted,
                  ci,
                  n,
                  unsure: verdict === 'none' || verdict === 'within',
                }))}
            />
          </ChartFrame>
        </PageSection>
      )}
    </div>
  );
}
