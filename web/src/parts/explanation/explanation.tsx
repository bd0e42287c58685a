import { useState } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useDimensionName } from '../../words/dimensions.ts';
import { explanationWords } from '../../words/explanation.ts';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { useValueName } from '../../words/values.ts';
import { ChartFrame } from '../chart-frame/chart-frame.tsx';
import { DimensionPicker } from '../dimension-picker/dimension-picker.tsx';
import { Waterfall } from '../waterfall/waterfall.tsx';
import { stepsOf, tellingOrder } from './steps.ts';

type Explained = OperationOutput<'explain'>;

interface Props {
  readonly explained: Explained;
  readonly kpi: { readonly name: string; readonly unit: string; readonly direction: string; readonly grain: string };
  readonly heading?: 'h3' | null;
  /** Whether the reader may choose by what to explain. */
  readonly choice?: boolean;
}

/** Why a KPI changed: by the values of a dimension, as a waterfall that sums, with its sentence and table. */
export function Explanation({ explained, kpi, heading = 'h3', choice = false }: Props) {
  const say = useWords(explanationWords);
  const format = useFormat();
  const nameOf = useDimensionName();
  const valueName = useValueName();
  const dimensions = tellingOrder(explained.dimensions);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = dimensions.find(({ dimension }) => dimension === chosen) ?? dimensions[0];
  const { before, after } = explained;
  if (!shown || before.value === null || after.value === null) return <p>{say('none')}</p>;
  const { unit, direction, grain, name } = kpi;
  const steps = stepsOf(shown, { others: say('others'), unknown: say('unknown'), nameOf: valueName });
  const dimension = nameOf(shown.dimension);
  const most = steps.toSorted((left, right) => Math.abs(right.effect) - Math.abs(left.effect))[0];
  const kinds = [
    ['volume', shown.volume],
    ['mix', shown.mix],
    ['rate', shown.rate],
  ] as const;
  const alike = format.alike([before.value, after.value, ...steps.map(({ effect }) => effect)], unit);
  // Parts of causes are seldom whole, also where what is counted is.
  const causes = format.alike(
    kinds.map(([, effect]) => effect),
    unit,
  );
  const told = kinds.filter(([, effect]) => Math.abs(effect) > 1e-9).map(([kind, effect]) => `${say(kind)} ${causes.difference(effect)}`);
  return (
    <ChartFrame
      title={heading ? say('title', { dimension }) : `${name}: ${say('title', { dimension }).toLowerCase()}`}
      period={`${format.period(before.period, grain)} → ${format.period(after.period, grain)}`}
      heading={heading}
      sentence={
        <>
          {say('says', {
            kpi: name,
            before: alike.value(before.value),
            after: alike.value(after.value),
            dimension,
            group: most?.name ?? '–',
            effect: alike.difference(most?.effect ?? 0),
          })}
          {/* The abbreviation of points ends with a full stop of its own. */}
          {told.length > 1 && ` ${say('kinds', { list: format.list(told) }).replace(/\.\.$/, '.')}`}
        </>
      }
      table={{
        columns: [
          dimension,
          { label: say('before'), kind: unit },
          { label: say('after'), kind: unit },
          ...[say('volume'), say('mix'), say('rate'), say('effect')].map((label) => ({ label, kind: unit, signed: true })),
        ],
        rows: shown.effects.map((effect) => [
          effect.group === null ? say('unknown') : valueName(effect.group),
          effect.before,
          effect.after,
          effect.volume,
          effect.mix,
          effect.rate,
          effect.total,
        ]),
      }}
      actions={
        choice && (
          <DimensionPicker
            label={say('by')}
            value={shown.dimension}
            options={dimensions.map(({ dimension: value }) => ({ value, label: nameOf(value) }))}
            onChange={setChosen}
          />
        )
      }
    >
      <Waterfall
        unit={unit}
        direction={direction}
        before={{ name: format.period(before.period, grain), value: before.value }}
        after={{ name: format.period(after.period, grain), value: after.value }}
        steps={steps}
      />
    </ChartFrame>
  );
}
