import { useState } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { Choice } from '../../parts/choice/choice.tsx';
import { HeatTable } from '../../parts/heat-table/heat-table.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { customersWords } from '../../words/customers.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import styles from './cohorts.module.css';
import type { Where } from './customers-page.tsx';

const measures = ['activity', 'retention', 'revenue'] as const;
const grains = ['month', 'quarter'] as const;

interface Props {
  readonly where: Where;
  /** The last day told; cohorts go back from it. */
  readonly day: string | null;
  readonly asOf: string | undefined;
}

/** How many months of entries are shown. */
const back = { month: 12, quarter: 36 } as const;

function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10);
}

/** Customers by when they came in, and what became of them period by period: a heat map of figures. */
export function Cohorts({ where, day, asOf }: Props) {
  const say = useWords(customersWords);
  const format = useFormat();
  const [measure, setMeasure] = useState<(typeof measures)[number]>('activity');
  const [grain, setGrain] = useState<(typeof grains)[number]>('quarter');
  const { data, error, isPlaceholderData, refetch } = useOperation(
    'cohorts',
    { where, grain, measure, from: monthsBefore(day ?? '', back[grain]), to: day ?? '', ...(asOf ? { asOf } : {}) },
    { enabled: day !== null },
  );
  const unit = data?.unit ?? 'rate';
  const cohorts = (data?.cohorts ?? []).filter(({ size }) => size > 0);
  const ages = (data?.ages ?? []).filter(({ value }) => value !== null);
  // The oldest age that several cohorts have reached says most.
  const told = ages.filter(({ age, cohorts: many }) => age > 0 && many >= 3).at(-1);
  const write = (value: number | null): string =>
    value === null ? '' : unit === 'rate' ? format.share(value) : format.axis(value, 'money');
  const last = Math.max(0, ...cohorts.map(({ cells }) => cells.length - 1));
  const columns = Array.from({ length: last + 1 }, (_, age) => `${age}`);
  const periodOf = (period: { readonly start: string; readonly end: string }): string => format.period(period, grain);
  return (
    <PageSection
      title={say('cohorts')}
      note={say(`cohortsNote_${measure}`, { unit: say(`unit_${grain}`) })}
      id="cohorts"
      actions={
        <span className={styles.choices}>
          <Choice
            label={say('measure')}
            value={measure}
            options={measures.map((value) => ({ value, label: say(`measure_${value}`) }))}
            onChange={setMeasure}
          />
          <Choice
            label={say('grain')}
            value={grain}
            options={grains.map((value) => ({ value, label: say(`grain_${value}`) }))}
            onChange={setGrain}
          />
        </span>
      }
    >
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={360} />}
      {data && cohorts.length === 0 && <EmptyNotice is={where.length > 0 ? 'noMatch' : 'noData'}>{say('cohortsNone')}</EmptyNotice>}
      {data && cohorts.length > 0 && (
        <Updating active={isPlaceholderData}>
          {error && <TroubleNotice error={error} />}
          <ChartFrame
            title={say('cohorts')}
            heading={null}
            sentence={
              <>
                {told
                  ? say('cohortsSays', {
                      age: told.age,
                      unit: say(`unit_${grain}`),
                      value: write(told.value),
                      cohorts: told.cohorts,
                      members: format.number(told.members, 0),
                    })
                  : say('cohortsNone')}{' '}
                {say('cohortsOpen')}
              </>
            }
            table={{
              columns: [say('cohort'), { label: say('size'), kind: 'count' }, ...columns.map((label) => ({ label, kind: unit }))],
              rows: cohorts.map(({ period, size, cells }) => [
                periodOf(period),
                size,
                ...columns.map((_, age) => cells.find((cell) => cell.age === age)?.value ?? null),
              ]),
            }}
          >
            <HeatTable
              caption={say(`cohortsNote_${measure}`, { unit: say(`unit_${grain}`) })}
              corner={say('cohort')}
              columns={[say('size'), ...columns]}
              {...(unit === 'rate' ? { most: 1 } : {})}
              rows={[
                ...cohorts.map(({ period, size, cells }) => ({
                  name: periodOf(period),
                  cells: [
                    { value: null, text: format.number(size, 0), isTotal: true },
                    ...columns.map((_, age) => {
                      const cell = cells.find((one) => one.age === age);
                      return {
                        value: cell?.value ?? null,
                        text: write(cell?.value ?? null),
                        full: cell ? `${periodOf(cell.period)}: ${cell.value === null ? '–' : format.value(cell.value, unit)}` : null,
                        open: cell?.immature ?? false,
                      };
                    }),
                  ],
                })),
                {
                  name: say('all_cohorts'),
                  cells: [
                    {
                      value: null,
                      text: format.number(
                        cohorts.reduce((sum, { size }) => sum + size, 0),
                        0,
                      ),
                      isTotal: true,
                    },
                    ...columns.map((_, age) => ({
                      value: null,
                      text: write(ages.find((one) => one.age === age)?.value ?? null),
                      isTotal: true,
                    })),
                  ],
                },
              ]}
            />
          </ChartFrame>
        </Updating>
      )}
    </PageSection>
  );
}
