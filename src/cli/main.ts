import { nearest } from '../app/nearest.ts';
import { version } from '../app/version.ts';
import { cliWords } from '../i18n/cli.ts';
import { asCuadroError, renderError } from '../i18n/errors.ts';
import { type Language, languageOf } from '../i18n/language.ts';
import { CuadroError } from '../model/error.ts';
import { makeCall } from './call.ts';
import { commands } from './commands.ts';
import type { Effects } from './effects.ts';
import { commandHelp, generalHelp } from './help.ts';
import { parseOptions } from './options.ts';
import { errorText } from './output/error.ts';

/** Options before the command (`cuadro --data X query …`) go behind it. */
function split(argv: readonly string[]): { readonly name: string | null; readonly rest: readonly string[] } {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if (word === '--data' || word === '--lang') index++;
    else if (!word.startsWith('-')) return { name: word, rest: [...argv.slice(0, index), ...argv.slice(index + 1)] };
  }
  return { name: null, rest: argv };
}

/** The language before anything is known but the call: for errors in the call itself. */
function languageOfCall(argv: readonly string[], env: Effects['env']): Language {
  const at = argv.indexOf('--lang');
  const asked = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  if (asked === 'es' || asked === 'en') return asked;
  return languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG || 'es');
}

async function runCommand(argv: readonly string[], effects: Effects, speak: (language: Language) => void): Promise<number> {
  const language = languageOfCall(argv, effects.env);
  speak(language);
  const { name, rest } = split(argv);
  if (name === null || name === 'help') {
    if (rest.includes('--version')) {
      effects.stdout(`${version}\n`);
      return 0;
    }
    const asked = rest.includes('--help') || name === 'help';
    const stray = rest.find((word) => !['--help', '--json', '--lang', '--data', 'es', 'en'].includes(word) && word.startsWith('--'));
    if (stray !== undefined && !asked) throw new CuadroError({ code: 'unknown_option', found: stray, params: { command: '' } });
    (asked ? effects.stdout : effects.stderr)(generalHelp(language));
    return asked ? 0 : 2;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    const guess = nearest(name, Object.keys(commands));
    throw new CuadroError({ code: 'unknown_command', found: name, expected: guess ?? Object.keys(commands).join(', ') });
  }
  const command = await entry.load();
  const options = parseOptions(command, rest);
  const call = await makeCall(name, options, effects);
  speak(call.language);
  if (options.flags.has('help')) {
    effects.stdout(commandHelp(command, call.language));
    return 0;
  }
  return command.run(call);
}

/**
 * The command line: runs one command.
 * @returns the exit code: 0 done; 1 failed inside; 2 the call, mapping, settings or data are wrong; 3 some rows were rejected
 */
export async function main(argv: readonly string[], effects: Effects): Promise<number> {
  let language: Language = 'es';
  try {
    return await runCommand(argv, effects, (chosen) => {
      language = chosen;
    });
  } catch (thrown) {
    const error = effects.signal.aborted ? new CuadroError({ code: 'cancelled', blame: 'internal', cause: thrown }) : asCuadroError(thrown);
    const rendered = renderError(error, language);
    if (argv.includes('--json')) effects.stdout(`${JSON.stringify({ error: rendered }, null, 1)}\n`);
    else effects.stderr(errorText(rendered, cliWords(language)));
    if (effects.env.CUADRO_DEBUG) effects.stderr(`${error.stack}\n${error.cause instanceof Error ? `${error.cause.stack}\n` : ''}`);
    return error.blame === 'input' ? 2 : 1;
  }
}

if (import.meta.main) {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await main(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    cwd: process.cwd(),
    env: process.env,
    now: () => Temporal.Now.instant(),
    interactive: process.stderr.isTTY === true,
    signal: stop.signal,
  });
}
