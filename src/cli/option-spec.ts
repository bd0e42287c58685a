import type { Words } from '../i18n/language.ts';

export interface OptionSpec {
  /** `flag` takes no value; `list` may be repeated, given with commas, or followed by several values. */
  readonly kind: 'flag' | 'value' | 'list';
  /** What stands for the value in the help: `D`, `MAPPING.yaml`. */
  readonly value?: string;
  /** The values there are, where they are few. */
  readonly oneOf?: readonly string[];
  /** Commas are part of a value (`--where`). */
  readonly keepCommas?: boolean;
  readonly words: Words;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly min: number;
  readonly max: number;
}

/** Options that every command has. */
export const globalOptions: Readonly<Record<string, OptionSpec>> = {
  data: { kind: 'value', value: 'DIR', words: { es: 'carpeta del espacio de trabajo', en: 'the workspace folder' } },
  lang: {
    kind: 'value',
    value: 'es|en',
    oneOf: ['es', 'en'],
    words: { es: 'idioma de lo que se muestra', en: 'language of what is shown' },
  },
  json: { kind: 'flag', words: { es: 'un documento JSON en la salida', en: 'one JSON document on standard output' } },
  help: { kind: 'flag', words: { es: 'esta ayuda', en: 'this help' } },
};

export const noArguments: ArgumentSpec = { name: '', min: 0, max: 0 };
