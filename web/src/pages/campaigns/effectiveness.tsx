import { ChartFrame } from '../../parts/chart-frame/chart-frame.tsx';
import { DimensionPicker } from '../../parts/dimension-picker/dimension-picker.tsx';
import { IntervalDots } from '../../parts/interval-dots/interval-dots.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { campaignsWords } from '../../words/campaigns.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import styles from './effectiveness.module.css';
import { type Cell, compared, isSmall, measures, type Row, standing } from './facts.ts';

interface Props {
  readonly rows: readonly Row[];
  readonly whole: ReadonlyMap<string, Cell>;
  readonly by: 'name' | 'channel';
  readonly measure: string;
  readonly onMeasure: (measure: string) => void;
}

/** Campaigns beside each other by one measure, each on its interval, with the whole company as a line. */
export function Effectiveness({ rows, whole, by, measure: chosen, onMeasure }: Props) {
  const say = useWords(campaignsWords);
  const format = useFormat();
  const measure = compared.find((one) => one === chosen) ?? 'converted';
  const { kpi, unit } = measures[measure];
  const wholeValue = whole.get(kpi)?.value ?? null;
  const known = rows
    .flatMap(({ name, of }) => {
      const cell = of[measure];
      return cell?.value == null ? [] : [{ name, cell, value: cell.value }];
    })
    // Few cases say little, however high: they stand below.
    .toSorted((left, right) => Number(isSmall(left.cell)) - Number(isSmall(right.cell)) || right.value - left.value);
  const without = rows.filter(({ of }) => of[measure]?.value == null).map(({ name }) => name);
  const sure = known.filter(({ cell }) => !isSmall(cell));
  const [high] = sure;
  const low = sure.at(-1);
  const distinct = known.filter(({ cell }) => standing(cell, wholeValue) !== 0).length;
  const told = distinct === 0 ? say('distinctNone') : say('distinct', { count: distinct });
  return (
    <PageSection title={say('effectiveness')}>
      <ChartFrame
        title={say(measure)}
        heading={null}
        sentence={
          !high || !low
            ? say('effectivenessFew', { measure: say(measure) })
            : sure.length === 1
              ? say('effectivenessOne', { measure: say(measure), name: high.name, value: format.value(high.value, unit), distinct: told })
              : say('effectivenessSays', {
                  measure: say(measure),
                  high: high.name,
                  highValue: format.value(high.value, unit),
                  low: low.name,
                  lowValue: format.value(low.value, unit),
                  distinct: told,
                })
        }
        table={{
          columns: [
            say(by === 'name' ? 'campaign' : 'channel'),
            ...[say('value'), say('from'), say('to')].map((label) => ({ label, kind: unit })),
            { label: say('sample'), kind: 'count' },
          ],
          rows: known.map(({ name, cell, value }) => [name, value, cell.ci?.[0] ?? null, cell.ci?.[1] ?? null, cell.n]),
        }}
        actions={
          <DimensionPicker
            label={say('measure')}
            value={measure}
            options={compared.map((value) => ({ value, label: say(value) }))}
            onChange={(value) => onMeasure(value === 'converted' ? '' : value)}
          />
        }
      >
        <IntervalDots
          unit={unit}
          whole={wholeValue}
          rows={known.map(({ name, cell, value }) => ({
            name,
            value,
            // What costs cannot be negative: the interval of few cases may reach below nothing.
            ci: cell.ci ? [Math.max(0, cell.ci[0]), cell.ci[1]] : null,
            n: cell.n,
            unsure: isSmall(cell),
          }))}
        />
        <p className={styles.note}>{say('dots')}</p>
        {without.length > 0 && <p className={styles.note}>{say('fewer', { list: format.list(without) })}</p>}
      </ChartFrame>
    </PageSection>
  );
}
