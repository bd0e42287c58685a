import { cliWords } from '../i18n/cli.ts';
import type { Language } from '../i18n/language.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { globalOptions, type OptionSpec } from './option-spec.ts';

const optionLine = (name: string, { kind, value, words }: OptionSpec, language: Language): readonly [string, string] => [
  `--${name}${kind === 'flag' ? '' : ` ${value ?? 'X'}`}${kind === 'list' ? '…' : ''}`,
  words[language],
];

function lines(pairs: readonly (readonly [string, string])[]): string {
  const widest = Math.max(...pairs.map(([left]) => left.length));
  return pairs.map(([left, right]) => `  ${left.padEnd(widest)}  ${right}`).join('\n');
}

export function commandHelp(command: Command, language: Language): string {
  const words = cliWords(language);
  const own = Object.entries(command.options).map(([name, spec]) => optionLine(name, spec, language));
  const shared = Object.entries(globalOptions).map(([name, spec]) => optionLine(name, spec, language));
  return [
    command.words[language],
    '',
    `${words.usage}: cuadro ${[command.name, command.arguments.name, own.length > 0 ? '[…]' : ''].filter(Boolean).join(' ')}`,
    '',
    `${words.options}:`,
    lines([...own, ...shared]),
    '',
    `${words.examples}:`,
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

export function generalHelp(language: Language): string {
  const words = cliWords(language);
  return [
    words.tagline,
    '',
    `${words.usage}: cuadro [--data DIR] ORDEN […]`.replace('ORDEN', language === 'en' ? 'COMMAND' : 'ORDEN'),
    '',
    `${words.commands}:`,
    lines(Object.entries(commands).map(([name, { words: own }]) => [name, own[language]])),
    '',
    words.more,
    '',
  ].join('\n');
}
