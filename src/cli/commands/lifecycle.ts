import { type LifecycleOutput, lifecycleOperation } from '../../app/operations/lifecycle.ts';
import { analysisWord, stageWord } from '../../i18n/analysis.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { conditions, dayOption, given, oneOf, queryOptions } from '../query-options.ts';

const { from, where, attributes } = queryOptions;

export const lifecycle: Command = {
  name: 'lifecycle',
  words: {
    es: 'Cuántas cuentas hay en cada etapa del ciclo de vida, y de cuál a cuál han pasado en un periodo.',
    en: 'How many accounts are in each stage of life, and which went from which to which in a period.',
  },
  arguments: noArguments,
  options: {
    at: { kind: 'value', value: 'AAAA-MM-DD', words: { es: 'al acabar ese día', en: 'at the close of that day' } },
    from,
    where,
    attributes,
    'as-of': queryOptions['as-of'],
    'known-at': queryOptions['known-at'],
  },
  examples: ['cuadro lifecycle', 'cuadro lifecycle --at 2026-06-30 --from 2026-01-01 --json'],
  run: async (call) => {
    const output = await call.run(lifecycleOperation, {
      where: conditions(call),
      ...given({
        at: dayOption(call, 'at'),
        from: dayOption(call, 'from'),
        attributes: oneOf(call, 'attributes', ['then', 'now'] as const),
        asOf: dayOption(call, 'as-of'),
        knownAt: dayOption(call, 'known-at'),
      }),
    });
    if (call.json) call.printJson(output);
    else call.print(text(call, output));
    return 0;
  },
};

function text(call: Call, { query, stages, transitions }: LifecycleOutput): string {
  const { writer, language } = call;
  const word = (name: Parameters<typeof analysisWord>[0]) => analysisWord(name, language);
  const named = (stage: string | null) => (stage === null ? word('none') : stageWord(stage, language));
  const number = (value: number) => (value === 0 ? '' : formatNumber(value, writer, 0));
  const right = (title: string) => ({ title, align: 'right' as const });
  const dates = [query.from, query.at].map((day) => (day === null ? '–' : formatDay(day, writer))).join(' – ');
  const sizes = table(
    [{ title: word('stage') }, right(word('before')), right(word('after'))],
    stages.map(({ stage, before, after }) => [named(stage), formatNumber(before, writer, 0), formatNumber(after, writer, 0)]),
  );
  const ends = [...stages.map(({ stage }) => stage), null];
  const matrix = table(
    [{ title: word('from') }, ...ends.map((stage) => right(named(stage)))],
    ends.map((start) => [
      named(start),
      ...ends.map((end) => number(transitions.find((one) => one.from === start && one.to === end)?.accounts ?? 0)),
    ]),
  );
  return `${dates}\n\n${word('sizes')}\n\n${sizes}\n\n${word('matrix')}\n\n${matrix}`;
}
