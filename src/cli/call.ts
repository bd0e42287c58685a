import { resolve } from 'node:path';
import type { z } from 'zod';
import { storeUrlOf } from '../app/config/store-url.ts';
import type { Operation, Progress } from '../app/operation.ts';
import { callOperation } from '../app/run-operation.ts';
import { requireWorkspace, workspaceFolder } from '../app/workspace/find.ts';
import { readSettings } from '../app/workspace/settings-file.ts';
import type { Writer } from '../i18n/format.ts';
import { type Language, languageOf, localeFor } from '../i18n/language.ts';
import { CuadroError } from '../model/error.ts';
import type { Effects } from './effects.ts';
import type { ParsedOptions } from './options.ts';
import { progressLine } from './output/progress.ts';

/** One call of one command: its options, the workspace it means, and the ways out. */
export interface Call {
  readonly command: string;
  readonly options: ParsedOptions;
  readonly effects: Effects;
  /** Absolute; need not exist. */
  readonly folder: string;
  readonly json: boolean;
  readonly language: Language;
  /** How numbers and dates are written: the language shown, the workspace's country and currency. */
  readonly writer: Writer;
  /** An absolute path from one given on the command line. */
  path(given: string): string;
  /** A value that must be there. @throws CuadroError option_missing */
  required(option: string): string;
  /** Runs an operation on the workspace, through its server when one runs. */
  run<Input extends z.ZodType, Output>(operation: Operation<Input, Output>, input: z.input<Input>): Promise<Output>;
  /** Prints the JSON document; with `--json` the only thing on standard output. */
  printJson(value: unknown): void;
  /** Prints text for people. */
  print(text: string): void;
  /** Says something beside the result, on standard error. */
  note(text: string): void;
  progress(progress: Progress): void;
  /** Takes the progress line away, before something is printed. */
  endProgress(): void;
}

/** The language asked for, else the workspace's, else the system's. */
async function languages(options: ParsedOptions, folder: string, effects: Effects): Promise<{ language: Language; writer: Writer }> {
  const asked = options.values.get('lang');
  const settings = await readSettings(folder).catch(() => null);
  const system = effects.env.LC_ALL || effects.env.LC_MESSAGES || effects.env.LANG || 'es';
  const locale = settings?.locale ?? (system.startsWith('en') ? 'en-GB' : 'es-ES');
  const language: Language = asked === 'es' || asked === 'en' ? asked : languageOf(locale);
  return { language, writer: { locale: localeFor(language, locale), currency: settings?.currency ?? 'EUR' } };
}

export async function makeCall(command: string, options: ParsedOptions, effects: Effects): Promise<Call> {
  const folder = workspaceFolder({ data: options.values.get('data') ?? null, env: effects.env, cwd: effects.cwd });
  const { language, writer } = await languages(options, folder, effects);
  const progress = progressLine(effects, language);
  return {
    command,
    options,
    effects,
    folder,
    json: options.flags.has('json'),
    language,
    writer,
    path: (given) => resolve(effects.cwd, given),
    required: (option) => {
      const value = options.values.get(option);
      if (value === undefined || value === '') throw new CuadroError({ code: 'option_missing', where: `--${option}`, params: { command } });
      return value;
    },
    run: async (operation, input) => {
      requireWorkspace(folder);
      try {
        return await callOperation(operation, input, {
          folder,
          now: effects.now,
          progress: progress.show,
          signal: effects.signal,
          storeUrl: storeUrlOf(effects.env),
          env: effects.env,
        });
      } finally {
        progress.clear();
      }
    },
    printJson: (value) => effects.stdout(`${JSON.stringify(value, null, 1)}\n`),
    print: (text) => effects.stdout(text.endsWith('\n') ? text : `${text}\n`),
    note: (text) => effects.stderr(`${text}\n`),
    progress: progress.show,
    endProgress: progress.clear,
  };
}
