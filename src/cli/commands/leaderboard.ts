import { giveKudosOperation, type LeaderboardOutput, leaderboardOperation } from '../../app/operations/leaderboard.ts';
import { fill } from '../../i18n/cli.ts';
import { formatDay, formatValue } from '../../i18n/format.ts';
import { leaderboardWords } from '../../i18n/leaderboard.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { conditions, dayOption, given, oneOf, queryOptions } from '../query-options.ts';

const { from, to, where } = queryOptions;
const jobs = ['sales', 'service', 'marketing'] as const;

export const leaderboard: Command = {
  name: 'leaderboard',
  words: {
    es: 'Quién consigue más en su puesto, con los puestos que el azar deja abiertos. Con --thank, reconoce a alguien.',
    en: 'Who achieves most in their job, with the places that chance leaves open. --thank recognises someone.',
  },
  arguments: noArguments,
  options: {
    job: { kind: 'value', value: jobs.join('|'), oneOf: jobs, words: { es: 'de qué puesto (sales)', en: 'of which job (sales)' } },
    from,
    to,
    where,
    thank: { kind: 'value', value: 'NOMBRE', words: { es: 'reconoce a esta persona', en: 'recognise this person' } },
    text: { kind: 'value', value: 'TEXTO', words: { es: 'lo que se le reconoce', en: 'what for' } },
  },
  examples: [
    'cuadro leaderboard',
    'cuadro leaderboard --job service --from 2026-01-01 --to 2026-06-30',
    "cuadro leaderboard --thank 'Ana Soto' --text 'Cinco clientes recuperados en un mes'",
  ],
  run: async (call) => {
    const words = leaderboardWords(call.language);
    const person = call.options.values.get('thank');
    if (person !== undefined) {
      const output = await call.run(giveKudosOperation, { person, text: call.required('text') });
      if (call.json) call.printJson(output);
      else call.print([fill(words.thanked, { person }), ...(output.told ? [words.told] : [])].join(' '));
      return 0;
    }
    const output = await call.run(leaderboardOperation, {
      where: conditions(call),
      language: call.language,
      ...given({ job: oneOf(call, 'job', jobs), from: dayOption(call, 'from'), to: dayOption(call, 'to') }),
    });
    if (call.json) call.printJson(output);
    else call.print(text(call, output));
    return 0;
  },
};

function text({ language, writer }: Call, { name, period, people, hidden, kudos }: LeaderboardOutput): string {
  const words = leaderboardWords(language);
  const { columns } = words;
  const share = (value: number | null): string => (value === null ? '–' : formatValue(value, 'rate', writer));
  const thanks = kudos.map(({ person, from: by, text: what }) => `- ${person}: ${what}${by === null ? '' : ` (${by})`}`);
  const all =
    period === null || people.length === 0
      ? words.none
      : `${fill(words.title, { name, from: formatDay(period.start, writer), to: formatDay(period.end, writer) })}\n\n${table(
          [
            { title: columns.place, align: 'right' },
            { title: columns.range },
            { title: columns.name, max: 30 },
            { title: columns.value, align: 'right' },
            { title: columns.interval },
            { title: columns.raw, align: 'right' },
            { title: columns.n, align: 'right' },
            { title: columns.verdict },
          ],
          people.map((one) => [
            String(one.place),
            one.best === one.worst ? String(one.best) : `${one.best}–${one.worst}`,
            one.name,
            share(one.value),
            one.interval ? `${share(one.interval[0])} – ${share(one.interval[1])}` : '–',
            share(one.raw),
            String(one.n),
            one.verdict === null ? '–' : words.verdicts[one.verdict],
          ]),
        )}\n\n${words.note}`;
  return [
    all,
    ...(hidden > 0 ? [fill(words.hidden, { count: String(hidden) })] : []),
    ...(thanks.length > 0 ? [`${words.thanks}\n${thanks.join('\n')}`] : []),
  ].join('\n\n');
}
