import { useState } from 'react';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import type { View } from '../../frame/view.ts';
import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { DimensionPicker } from '../../parts/dimension-picker/dimension-picker.tsx';
import { IntervalDots } from '../../parts/interval-dots/interval-dots.tsx';
import type { Card } from '../../parts/kpi-card/card.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useDimensionName } from '../../words/dimensions.ts';
import { useFormat } from '../../words/format.ts';
import { kpiWords } from '../../words/kpi.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { useValueName } from '../../words/values.ts';
import type { KpiWhole } from './kpi-page.tsx';

interface Props {
  readonly kpi: KpiWhole;
  readonly card: Card | null;
  readonly view: View;
  readonly where: NonNullable<OperationInput<'query'>['where']>;
}

const shownRows = 12;
/** So many groups without a figure are named; of the rest it is said how many they are. */
const namedGroups = 4;

/** The dimensions by which a KPI is told apart, the most telling first. */
export const dimensionsOf = ({ drill_by: telling, dimensions }: KpiWhole): readonly string[] =>
  telling.filter((name) => dimensions.includes(name));

/** The period shown by the values of a dimension, each with its interval. */
export function Segments({ kpi, card, view, where }: Props) {
  const say = useWords(kpiWords);
  const parts = useWords(partsWords);
  const format = useFormat();
  const nameOf = useDimensionName();
  const valueName = useValueName();
  const choices = dimensionsOf(kpi);
  const [chosen, setChosen] = useState<string | null>(null);
  const dimension = chosen ?? choices[0] ?? null;
  const { data, error, refetch } = useOperation(
    'query',
    {
      kpis: [kpi.id],
      grain: 'total',
      from: card?.now.period.start ?? '',
      to: card?.now.period.end ?? '',
      by: dimension === null ? [] : [dimension],
      where,
      periods: 'partial',
      ...(view.asOf ? { asOf: view.asOf } : {}),
    },
    { enabled: card !== null && dimension !== null },
  );
  if (dimension === null) return null;
  const unit = card?.unit ?? kpi.unit;
  const parted = (data && 'cells' in data ? data.cells : [])
    .map((cell) => ({ ...cell, name: cell.group[dimension] == null ? parts('unknownGroup') : valueName(cell.group[dimension]) }))
    .toSorted((left, right) => right.n - left.n);
  const cells = parted.flatMap((cell) => (cell.value === null ? [] : [{ ...cell, value: cell.value }]));
  // They count in the whole: who adds the parts up must be told where the rest is.
  const without = parted.filter(({ value, n }) => value === null && n > 0);
  const named = without.slice(0, namedGroups);
  const hasIntervals = cells.some(({ ci }) => ci != null);
  const byValue = cells.toSorted((left, right) => right.value - left.value);
  const [high] = byValue;
  const low = byValue.at(-1);
  return (
    <PageSection title={say('segments', { dimension: nameOf(dimension) })} id="segments">
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={280} />}
      {data && (
        <ChartFrame
          title={`${kpi.name} ${say('segments', { dimension: nameOf(dimension) }).toLowerCase()}`}
          heading={null}
          period={card ? format.period(card.now.period, card.grain) : null}
          sentence={[
            !high || !low
              ? say('segmentsNone')
              : cells.length === 1
                ? say('segmentsOne', { group: high.name, value: format.value(high.value, unit) })
                : high.value === low.value
                  ? say('segmentsSame', { value: format.value(high.value, unit) })
                  : say(hasIntervals ? 'segmentsSays' : 'segmentsFrom', {
                      high: high.name,
                      highValue: format.value(high.value, unit),
                      low: low.name,
                      lowValue: format.value(low.value, unit),
                    }),
            without.length > 0 &&
              say('segmentsWithout', {
                list: format.list([
                  ...named.map(({ name, n }) => `${name} (${parts('sample', { n: format.number(n, 0) })})`),
                  ...(named.length < without.length ? [say('segmentsMore', { n: format.number(without.length - named.length, 0) })] : []),
                ]),
              }),
            cells.length > shownRows && say('segmentsDrawn', { shown: format.number(shownRows, 0), all: format.number(cells.length, 0) }),
          ]
            .filter(Boolean)
            .join(' ')}
          table={{
            columns: [
              nameOf(dimension),
              ...[say('value'), say('from'), say('to')].map((label) => ({ label, kind: unit })),
              { label: say('sample'), kind: 'count' },
            ],
            rows: [...cells, ...without].map(({ name, value, ci, n }) => [name, value, ci?.[0] ?? null, ci?.[1] ?? null, n]),
          }}
          actions={
            <DimensionPicker
              label={say('by')}
              value={dimension}
              options={choices.map((value) => ({ value, label: nameOf(value) }))}
              onChange={setChosen}
            />
          }
        >
          <IntervalDots
            unit={unit}
            // Parts of a sum stand beside each other, not beside the whole.
            whole={hasIntervals ? (card?.now.value ?? null) : null}
            rows={cells.slice(0, shownRows).map(({ name, value, ci, n, reasons }) => ({
              name,
              value,
              ci: ci ? [ci[0], ci[1]] : null,
              n,
              unsure: reasons.includes('small_sample'),
            }))}
          />
        </ChartFrame>
      )}
    </PageSection>
  );
}
