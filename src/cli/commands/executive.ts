import { type ExecutiveOutput, executiveOperation } from '../../app/operations/executive.ts';
import { executiveWords } from '../../i18n/executive.ts';
import { formatChange, formatDay, formatPeriod, formatValue } from '../../i18n/format.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';

export const executive: Command = {
  name: 'executive',
  words: {
    es: 'La página de dirección: metas, las tres clases de indicadores, riesgos y decisiones pendientes.',
    en: 'The executive page: goals, the three classes of KPIs, risks and decisions due.',
  },
  arguments: noArguments,
  options: {},
  examples: ['cuadro executive', 'cuadro executive --lang en --json'],
  run: async (call) => {
    const output = await call.run(executiveOperation, { language: call.language });
    if (call.json) call.printJson(output);
    else call.print(text(call, output));
    return 0;
  },
};

function text({ language, writer }: Call, { says, bands, risks, decisions, reviews }: ExecutiveOutput): string {
  const words = executiveWords(language);
  const line = ({
    name,
    value,
    unit,
    period,
    grain,
    change,
    relative,
    verdict,
  }: ExecutiveOutput['bands'][number]['lines'][number]): string =>
    [
      `- ${name}: ${value === null ? '–' : formatValue(value, unit, writer)} (${formatPeriod(period, grain, writer)})`,
      change === null ? null : formatChange(change, relative, unit, writer),
      verdict === null ? null : words.verdicts[verdict],
    ]
      .filter((part) => part !== null)
      .join(' · ');
  const section = (title: string, lines: readonly string[], none: string): string =>
    `${title}\n${lines.length === 0 ? none : lines.join('\n')}`;
  return [
    says,
    ...bands.map(({ band, lines }) => section(words.bands[band], lines.map(line), '–')),
    section(
      words.risks,
      risks.map(({ name, says: told, line: own }) => (told === null ? `${own ? line(own) : `- ${name}`} · ${words.worse}` : `- ${told}`)),
      words.noRisks,
    ),
    section(
      words.decisions,
      decisions.map(
        ({ what, name, due, by }) => `- ${[name, what, by, formatDay(due, writer)].filter((part) => part !== null).join(' · ')}`,
      ),
      words.nothingDue,
    ),
    section(
      words.reviews,
      reviews.map(({ name, owner, due }) => `- ${[name, owner, formatDay(due, writer)].filter((part) => part !== null).join(' · ')}`),
      words.nothingDue,
    ),
  ].join('\n\n');
}
