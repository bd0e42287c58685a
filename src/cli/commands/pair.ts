import { pairedSeriesOperation } from '../../app/operations/paired-series.ts';
import { CuadroError } from '../../model/error.ts';
import type { Command } from '../command.ts';
import { conditions, dayOption, given, oneOf, queryOptions } from '../query-options.ts';

const { from, to, where } = queryOptions;
const grains = ['week', 'month', 'quarter'] as const;

export const pair: Command = {
  name: 'pair',
  words: {
    es: 'Pone dos indicadores lado a lado: cuál va por delante, cuánto, con qué fuerza y con qué seguridad.',
    en: 'Puts two KPIs side by side: which goes ahead, by how long, how strongly and how surely.',
  },
  arguments: { name: 'ID', min: 2, max: 2 },
  options: {
    grain: {
      kind: 'value',
      value: grains.join('|'),
      oneOf: grains,
      words: { es: 'periodos de esta duración (month)', en: 'periods of this length (month)' },
    },
    from,
    to,
    where,
    'max-lag': { kind: 'value', value: 'N', words: { es: 'el mayor desfase que se prueba', en: 'the longest lag tried' } },
  },
  examples: ['cuadro pair on_time_delivery total_sales', "cuadro pair first_response_time csat --where 'channel=email'"],
  run: async (call) => {
    const [first = '', second = ''] = call.options.positionals;
    const asked = call.options.values.get('max-lag');
    const lag = asked === undefined ? undefined : Number(asked);
    if (lag !== undefined && !(Number.isInteger(lag) && lag >= 1 && lag <= 24))
      throw new CuadroError({
        code: 'option_invalid',
        where: '--max-lag',
        found: asked ?? '',
        expected: '1 … 24',
        params: { command: call.command },
      });
    const output = await call.run(pairedSeriesOperation, {
      first,
      second,
      where: conditions(call),
      language: call.language,
      ...given({ grain: oneOf(call, 'grain', grains), from: dayOption(call, 'from'), to: dayOption(call, 'to'), max_lag: lag }),
    });
    if (call.json) call.printJson(output);
    else call.print(output.says);
    return 0;
  },
};
