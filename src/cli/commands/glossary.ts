import { type GlossaryEntry, glossaryOperation } from '../../app/operations/glossary.ts';
import { cliWords } from '../../i18n/cli.ts';
import type { Language } from '../../i18n/language.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';

export const glossary: Command = {
  name: 'glossary',
  words: {
    es: 'Dice qué significan aquí lead, prospecto, cliente y otras palabras que cada cual entiende a su manera, y qué más podrían significar. Se cambian en cuadro.yaml.',
    en: 'Tells what lead, prospect, customer and other contested words mean here, and what else they may mean. They are changed in cuadro.yaml.',
  },
  arguments: noArguments,
  options: {},
  examples: ['cuadro glossary', 'cuadro glossary --json'],
  run: async (call) => {
    const output = await call.run(glossaryOperation, { language: call.language });
    if (call.json) call.printJson(output);
    else call.print(output.terms.map((entry) => paragraph(entry, call.language)).join('\n\n'));
    return 0;
  },
};

function paragraph({ name, setting, value, means, others, conflict, kpis }: GlossaryEntry, language: Language): string {
  const { notes } = cliWords(language);
  return [
    `${name}: ${means}`,
    `  ${setting}: ${value}`,
    ...others.map((other) => `  ${notes.else} ${other.value}: ${other.means}`),
    `  ${notes.contested}: ${conflict}`,
    `  ${notes.usedBy}: ${kpis.join(', ')}`,
  ].join('\n');
}
