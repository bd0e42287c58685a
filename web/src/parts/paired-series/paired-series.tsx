import { useCallback, useState } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { pairsWords } from '../../words/pairs.ts';
import { Chart } from '../chart/chart.tsx';
import type { Look } from '../chart/look.ts';
import { DimensionPicker } from '../dimension-picker/dimension-picker.tsx';
import { PageSection } from '../page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../state-notice/state-notice.tsx';
import { pairOption } from './pair-option.ts';
import styles from './paired-series.module.css';

interface Props {
  readonly first: string;
  readonly second: string;
  /** The KPIs that may stand first, and second; by id. */
  readonly firsts: readonly string[];
  readonly seconds: readonly string[];
}

/** Two KPIs over the same months: which goes ahead, by how long, how strongly and how surely. */
export function PairedSeries({ first: begun, second: other, firsts, seconds }: Props) {
  const say = useWords(pairsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const [first, setFirst] = useState(begun);
  const [second, setSecond] = useState(other);
  const names = useOperation('kpis', { language });
  const { data, error, refetch } = useOperation('paired_series', { first, second, language });
  const nameOf = (id: string): string => names.data?.kpis.find((one) => one.id === id)?.name ?? id;
  const computable = (ids: readonly string[]): readonly string[] =>
    ids.filter((id) => names.data?.kpis.some((one) => one.id === id && one.computable) ?? true);
  const options = (ids: readonly string[]) => computable(ids).map((value) => ({ value, label: nameOf(value) }));
  const option = useCallback(
    (look: Look) => {
      const side = (which: 'first' | 'second') => ({
        name: data?.[which].name ?? '',
        values: data?.series.map((one) => one[which]) ?? [],
        write: (value: number) => format.value(value, data?.[which].unit ?? 'count'),
        axis: (value: number) => format.axis(value, data?.[which].unit ?? 'count'),
      });
      return pairOption(data?.series.map((one) => format.period(one, 'month')) ?? [], [side('first'), side('second')], look);
    },
    [data, format],
  );
  const write = (value: number | null, unit: string): string => (value === null ? '–' : format.value(value, unit));
  return (
    <PageSection title={say('title')}>
      <div className={styles.pickers}>
        <DimensionPicker label={say('first')} value={first} options={options(firsts)} onChange={setFirst} />
        <DimensionPicker label={say('second')} value={second} options={options(seconds)} onChange={setSecond} />
      </div>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={360} />}
      {data && data.series.length === 0 && <EmptyNotice is="noData">{say('short')}</EmptyNotice>}
      {data && data.series.length > 0 && (
        <Chart
          title={`${data.first.name} · ${data.second.name}`}
          heading={null}
          height={320}
          sentence={format.sentence(data.says)}
          option={option}
          points={data.series.map((one, index) => ({
            series: 0,
            index,
            says: () =>
              say('at', {
                period: format.period(one, 'month'),
                first: data.first.name,
                firstValue: write(one.first, data.first.unit),
                second: data.second.name,
                secondValue: write(one.second, data.second.unit),
              }),
          }))}
          table={{
            columns: [
              say('period'),
              { label: data.first.name, kind: data.first.unit },
              { label: data.second.name, kind: data.second.unit },
            ],
            rows: data.series.map((one) => [format.period(one, 'month'), one.first, one.second]),
          }}
        />
      )}
    </PageSection>
  );
}
