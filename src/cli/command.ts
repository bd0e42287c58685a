import type { Words } from '../i18n/language.ts';
import type { Call } from './call.ts';
import type { ArgumentSpec, OptionSpec } from './option-spec.ts';

export interface Command {
  readonly name: string;
  readonly words: Words;
  readonly arguments: ArgumentSpec;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Lines that work when typed as they are. */
  readonly examples: readonly string[];
  /** @returns the exit code: 0 done, 3 done and some rows were rejected. @throws CuadroError for 1 and 2 */
  readonly run: (call: Call) => Promise<number>;
}
