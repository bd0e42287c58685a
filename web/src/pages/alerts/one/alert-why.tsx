import { useState } from 'react';
import { ChartFrame } from '../../../parts/chart-frame/chart-frame.tsx';
import { DimensionPicker } from '../../../parts/dimension-picker/dimension-picker.tsx';
import { Waterfall } from '../../../parts/waterfall/waterfall.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useDimensionName } from '../../../words/dimensions.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { useValueName } from '../../../words/values.ts';
import { type Alert, grainOf } from '../figure.ts';
import styles from './alert-body.module.css';
import type { AlertWhole } from './alert-body.tsx';
import { toldFirst, whySteps } from './why-steps.ts';

interface Props {
  readonly alert: Alert;
  readonly explained: NonNullable<AlertWhole['explained']>;
}

/** What of the change is due to what, by one dimension at a time: parts that sum to it. */
export function AlertWhy({ alert, explained }: Props) {
  const say = useWords(alertsWords);
  const format = useFormat();
  const nameOf = useDimensionName();
  const valueName = useValueName();
  const [chosen, setChosen] = useState<string | null>(null);
  const dimensions = toldFirst(explained.dimensions);
  const shown = dimensions.find(({ dimension }) => dimension === chosen) ?? dimensions[0];
  const { before, after, change, unit } = explained;
  const { direction } = alert;
  const period = alert.fired ?? alert.period;
  if (!shown || before === null || after === null || !period) {
    return (
      <>
        <h3>{say('why')}</h3>
        <p className={styles.quiet}>{say('whyNone')}</p>
      </>
    );
  }
  const groupName = (group: string | null): string => (group === null ? say('unknown') : valueName(group));
  const most = shown.effects[0];
  return (
    <ChartFrame
      title={say('why')}
      period={format.period(period, grainOf(alert))}
      sentence={say('whySays', {
        before: format.value(before, unit),
        after: format.value(after, unit),
        dimension: nameOf(shown.dimension),
        group: groupName(most?.group ?? null),
        effect: format.difference(most?.total ?? 0, unit),
      }).replace(/\.\)\.$/, '.)')}
      table={{
        columns: [
          nameOf(shown.dimension),
          { label: say('before'), kind: unit },
          { label: say('after'), kind: unit },
          { label: say('effect'), kind: unit, signed: true },
        ],
        rows: shown.effects.map((effect) => [groupName(effect.group), effect.before, effect.after, effect.total]),
      }}
      actions={
        <DimensionPicker
          label={say('whyBy')}
          value={shown.dimension}
          options={dimensions.map(({ dimension }) => ({ value: dimension, label: nameOf(dimension) }))}
          onChange={setChosen}
        />
      }
    >
      <Waterfall
        unit={unit}
        direction={direction}
        before={{ name: say('before'), value: before }}
        after={{ name: format.period(period, grainOf(alert)), value: after }}
        steps={whySteps(shown.effects, change, { nameOf: groupName, others: say('others') })}
      />
    </ChartFrame>
  );
}
