import type { cliWords } from '../../i18n/cli.ts';
import type { RenderedError } from '../../i18n/errors.ts';
import { plain } from './table.ts';

/** An error for people: what is wrong, then where, what was expected, what there is and what to do. */
export function errorText(error: RenderedError, words: ReturnType<typeof cliWords>): string {
  const details: readonly (readonly [string, string | null])[] = [
    [words.where, error.where],
    [words.expected, error.expected],
    [words.found, error.found],
    [words.fix, error.fix],
  ];
  const shown = details.filter((detail): detail is readonly [string, string] => detail[1] !== null && detail[1] !== '');
  const widest = Math.max(0, ...shown.map(([name]) => name.length));
  return `${[`${words.error}: ${plain(error.message)}`, ...shown.map(([name, text]) => `  ${`${name}:`.padEnd(widest + 1)} ${plain(text)}`)].join('\n')}\n`;
}
