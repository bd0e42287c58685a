import { type SegmentSummary, segmentsOperation } from '../../app/operations/segments.ts';
import { analysisWord } from '../../i18n/analysis.ts';
import { renderError } from '../../i18n/errors.ts';
import { formatNumber, formatValue } from '../../i18n/format.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { dayOption, given, queryOptions } from '../query-options.ts';

export const segments: Command = {
  name: 'segments',
  words: {
    es: 'Muestra los segmentos de cuadro.yaml y cuántos registros tiene cada uno. Se usan con --where segment=NOMBRE.',
    en: 'Lists the segments of cuadro.yaml and how many records each has. They are used with --where segment=NAME.',
  },
  arguments: noArguments,
  options: { 'as-of': queryOptions['as-of'], 'known-at': queryOptions['known-at'] },
  examples: ['cuadro segments', 'cuadro segments --as-of 2026-03-31 --json'],
  run: async (call) => {
    const output = await call.run(segmentsOperation, given({ asOf: dayOption(call, 'as-of'), knownAt: dayOption(call, 'known-at') }));
    if (call.json) call.printJson(output);
    else call.print(output.segments.length === 0 ? analysisWord('noSegments', call.language) : segmentTable(call, output.segments));
    return 0;
  },
};

const rulesOf = ({ where, rfm, stage }: SegmentSummary): string =>
  [...where, ...(rfm ? [`rfm=${rfm.join('|')}`] : []), ...(stage ? [`stage=${stage.join('|')}`] : [])].join('; ');

function segmentTable(call: Call, found: readonly SegmentSummary[]): string {
  const { writer, language } = call;
  const title = (word: Parameters<typeof analysisWord>[0]) => analysisWord(word, language);
  const rows = found.map((one) => {
    const problem = one.problem ? renderError(new CuadroError(one.problem), language).message : null;
    return [
      one.name,
      one.of,
      problem ?? rulesOf(one),
      one.size === null ? '–' : formatNumber(one.size, writer, 0),
      one.size === null || one.total === 0 ? '–' : formatValue(one.size / one.total, 'rate', writer),
    ];
  });
  return table(
    [
      { title: title('segment'), max: 40 },
      { title: title('of') },
      { title: title('rules'), max: 100 },
      { title: title('size'), align: 'right' },
      { title: title('share'), align: 'right' },
    ],
    rows,
  );
}
