import { parseArgs } from 'node:util';
import { nearest } from '../app/nearest.ts';
import { CuadroError } from '../model/error.ts';
import { type ArgumentSpec, globalOptions, type OptionSpec } from './option-spec.ts';

export interface ParsedOptions {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
}

interface Spec {
  readonly name: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly arguments: ArgumentSpec;
}

/**
 * Reads what stands after the command's name. Unknown options are errors, never ignored.
 * @throws CuadroError unknown_option, option_*, argument_*
 */
export function parseOptions(command: Spec, argv: readonly string[]): ParsedOptions {
  const options: Readonly<Record<string, OptionSpec>> = { ...globalOptions, ...command.options };
  const params = { command: command.name };
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const positionals: string[] = [];
  let open: string | null = null;

  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { kind }]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
    ),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const add = (name: string, spec: OptionSpec, value: string): void => {
    const items = spec.keepCommas ? [value] : value.split(',').flatMap((item) => item.trim() || []);
    lists.set(name, [...(lists.get(name) ?? []), ...items]);
  };

  for (const token of tokens) {
    if (token.kind === 'option-terminator') {
      open = null;
      continue;
    }
    if (token.kind === 'positional') {
      const spec = open === null ? undefined : options[open];
      if (open !== null && spec) add(open, spec, token.value);
      else positionals.push(token.value);
      continue;
    }
    const { name, rawName } = token;
    const spec = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!spec || !rawName.startsWith('--')) {
      const guess = nearest(name, Object.keys(options));
      throw new CuadroError({ code: 'unknown_option', found: rawName, params, ...(guess ? { expected: `--${guess}` } : {}) });
    }
    open = spec.kind === 'list' ? name : null;
    if (spec.kind === 'flag') {
      if (token.value !== undefined) throw new CuadroError({ code: 'option_takes_no_value', where: rawName, found: token.value, params });
      flags.add(name);
      continue;
    }
    // `--from --to`: the next option is no value. An inline value may begin with anything.
    const { value } = token;
    if (value === undefined || (!token.inlineValue && /^--?[a-zA-Z]/.test(value))) {
      throw new CuadroError({ code: 'option_without_value', where: rawName, params });
    }
    if (spec.oneOf && !spec.oneOf.includes(value)) {
      throw new CuadroError({ code: 'option_invalid', where: rawName, found: value, expected: spec.oneOf.join(', '), params });
    }
    if (spec.kind === 'list') add(name, spec, value);
    else if (values.has(name)) throw new CuadroError({ code: 'option_given_twice', where: rawName, found: value, params });
    else values.set(name, value);
  }
  const { min, max, name } = command.arguments;
  // An empty word is a variable that was not set; as a path it would be the folder where one stands.
  if (!flags.has('help') && (positionals.length < min || positionals.includes('')))
    throw new CuadroError({ code: 'argument_missing', where: name, params });
  if (positionals.length > max) throw new CuadroError({ code: 'argument_unexpected', found: positionals[max] ?? '', params });
  return { flags, values, lists, positionals };
}
