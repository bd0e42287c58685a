import { useState } from 'react';
import { useOperation } from '../../api/use-operation.ts';
import { conditionsOf } from '../../frame/conditions.ts';
import { useView } from '../../frame/view.ts';
import { useDimensionName } from '../../words/dimensions.ts';
import { useFormat } from '../../words/format.ts';
import { kpiSectionWords } from '../../words/kpi-section.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { useValueName } from '../../words/values.ts';
import { ChartFrame } from '../chart-frame/chart-frame.tsx';
import { DimensionPicker } from '../dimension-picker/dimension-picker.tsx';
import { IntervalDots } from '../interval-dots/interval-dots.tsx';
import { PageSection } from '../page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../state-notice/state-notice.tsx';
import { differing } from './differs.ts';
import styles from './kpi-section.module.css';
import { stretchOf } from './stretch.ts';

export interface DimensionChart {
  readonly kpi: string;
  readonly variant?: string;
  /** Of a variant: what it is called here. Default: the KPI's own name. */
  readonly title?: string;
  /** Offered in this order; those that the KPI or the data do not have are left out. */
  readonly dimensions: readonly string[];
  /** How many months back, where the bar does not say; 0: the KPI's own period. Default: 12, so that small groups have cases. */
  readonly months?: number;
}

interface Props extends DimensionChart {
  /** The last day of the period that the page shows. */
  readonly end: string;
  /** Of the KPI's card, if it has one here. */
  readonly own?: { readonly start: string; readonly end: string } | undefined;
}

const shownRows = 12;

/** A KPI by the values of a dimension, each on its interval, beside all together; who differs by more than chance, in a sentence. */
export function KpiByDimension({ kpi, variant, title, dimensions, months = 12, end, own }: Props) {
  const say = useWords(kpiSectionWords);
  const parts = useWords(partsWords);
  const format = useFormat();
  const nameOf = useDimensionName();
  const valueName = useValueName();
  const { language } = useLanguage();
  const { view } = useView();
  const [chosen, setChosen] = useState<string | null>(null);
  const described = useOperation('kpis', { id: kpi, language });
  const whole = described.data?.kpis.find((one) => one.id === kpi);
  const choices =
    whole && 'texts' in whole
      ? dimensions.filter((one) => variant !== undefined || [...whole.dimensions, ...whole.drill_by].includes(one))
      : [];
  const dimension = chosen ?? choices[0] ?? null;
  const stretch = months === 0 && own ? { from: own.start, to: own.end } : stretchOf(view, end, Math.max(1, months));
  const asked = {
    kpis: [kpi],
    grain: 'total' as const,
    ...stretch,
    where: conditionsOf(view),
    periods: 'partial' as const,
    ...(variant ? { variant } : {}),
    ...(view.asOf ? { asOf: view.asOf } : {}),
  };
  const groups = useOperation('query', { ...asked, by: dimension === null ? [] : [dimension] }, { enabled: dimension !== null });
  const total = useOperation('query', asked, { enabled: dimension !== null });
  // What is lacking for it the page says once, for all its KPIs.
  if (described.data && (dimension === null || (variant === undefined && whole?.computable === false))) return null;
  const heading = title ?? whole?.name ?? '';
  const unit = (variant === undefined ? undefined : whole?.variant_units[variant]) ?? whole?.unit ?? 'count';
  const all =
    (total.data && 'cells' in total.data ? total.data.cells : []).find(({ group }) => Object.keys(group).length === 0)?.value ?? null;
  const answered = groups.data && 'cells' in groups.data && dimension !== null ? groups.data.cells : [];
  const hidden = answered.filter(({ reasons }) => reasons.includes('small_group')).length;
  const rows = answered
    .flatMap((cell) => {
      const name = dimension === null ? null : (cell.group[dimension] ?? null);
      if (cell.value === null) return [];
      return [{ ...cell, value: cell.value, ci: cell.ci ?? null, name: name === null ? parts('unknownGroup') : valueName(name) }];
    })
    .toSorted((left, right) => right.n - left.n || format.collator.compare(left.name, right.name));
  const error = groups.error ?? described.error;
  const write = format.alike([...rows.map(({ value }) => value), ...(all === null ? [] : [all])], unit).value;
  const { below, above } = differing(
    // Too few cases: no verdict.
    rows.filter(({ reasons }) => !reasons.includes('small_sample')),
    all,
  );
  const named = (some: typeof rows): string => format.list(some.slice(0, 4).map(({ name, value }) => `${name} (${write(value)})`));
  const byValue = rows.toSorted((left, right) => right.value - left.value);
  const [high] = byValue;
  const low = byValue.at(-1);
  const sentence = (): string => {
    if (!high || !low) return say('none');
    if (rows.length === 1) return say('only', { group: high.name, value: write(high.value) });
    if (all === null || rows.every(({ ci }) => ci === null)) {
      return say('between', { low: low.name, lowValue: write(low.value), high: high.name, highValue: write(high.value) });
    }
    if (below.length + above.length === 0) return say('within', { count: rows.length, whole: write(all) });
    return [
      ...(below.length > 0 ? [say('below', { whole: write(all), list: named([...below]) })] : []),
      ...(above.length > 0 ? [say('above', { whole: write(all), list: named([...above]) })] : []),
    ].join(' ');
  };
  const column = dimension === null ? '' : nameOf(dimension);
  return (
    <PageSection
      title={dimension === null ? heading : say('titleBy', { kpi: heading, dimension: column })}
      note={say('period', { from: format.day(stretch.from), to: format.day(stretch.to) })}
    >
      {error && !groups.data && <TroubleNotice error={error} onRetry={() => void groups.refetch()} />}
      {!groups.data && !error && <Skeleton height={280} />}
      {groups.data && rows.length === 0 && (
        <EmptyNotice is="noMatch">{hidden > 0 ? say('hidden', { count: hidden }) : say('none')}</EmptyNotice>
      )}
      {groups.data && rows.length > 0 && (
        <ChartFrame
          title={dimension === null ? heading : say('titleBy', { kpi: heading, dimension: column })}
          heading={null}
          period={say('period', { from: format.day(stretch.from), to: format.day(stretch.to) })}
          sentence={sentence()}
          table={{
            columns: [
              column,
              ...[say('value'), say('from'), say('to')].map((label) => ({ label, kind: unit })),
              { label: say('sample'), kind: 'count' },
            ],
            rows: rows.map(({ name, value, ci, n }) => [name, value, ci?.[0] ?? null, ci?.[1] ?? null, n]),
          }}
          actions={
            choices.length > 1 &&
            dimension !== null && (
              <DimensionPicker
                label={say('by')}
                value={dimension}
                options={choices.map((value) => ({ value, label: nameOf(value) }))}
                onChange={setChosen}
              />
            )
          }
        >
          <IntervalDots
            unit={unit}
            whole={all}
            rows={rows.slice(0, shownRows).map(({ name, value, ci, n, reasons }) => ({
              name,
              value,
              ci: ci ? [ci[0], ci[1]] : null,
              n,
              unsure: reasons.includes('small_sample'),
            }))}
          />
        </ChartFrame>
      )}
      {rows.length > shownRows && <p className={styles.note}>{say('left', { count: rows.length - shownRows })}</p>}
      {rows.length > 0 && hidden > 0 && <p className={styles.note}>{say('hidden', { count: hidden })}</p>}
    </PageSection>
  );
}
