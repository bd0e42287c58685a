import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { renderError } from '../../src/i18n/errors.ts';
import type { Language } from '../../src/i18n/language.ts';
import { warningWords } from '../../src/i18n/warnings.ts';
import { CuadroError } from '../../src/model/error.ts';
import { argvOf, Bench, call, contentsOf, type OpenWorkspace, parseRejected, writeFiles } from './bench.ts';
import { type BadInput, dealsOf, entry } from './case.ts';
import { documentOf } from './document.ts';
import { table } from './table.ts';

const limits = vi.hoisted(() => ({ now: { seconds: 40, memoryMb: 1500, growthMb: 2000 } }));
vi.mock('../../src/landing/context.ts', async (original) => {
  const actual = await original<typeof import('../../src/landing/context.ts')>();
  return {
    ...actual,
    limitsOf: (context: Parameters<typeof actual.limitsOf>[0]) => ({ ...actual.limitsOf(context), sandbox: limits.now }),
  };
});

/** Whether a batch's derived datasets wait for the next that makes them: once a group, over the rows of all its cases. */
const derives = vi.hoisted(() => ({ later: false }));
vi.mock('../../src/warehouse/world/settle.ts', async (original) => {
  const actual = await original<typeof import('../../src/warehouse/world/settle.ts')>();
  const { markStale } = await import('../../src/warehouse/derived/refresh.ts');
  const { duckdbPlaces } = await import('../../src/warehouse/world/places.ts');
  const { bumpCounter } = await import('../../src/warehouse/world/versions.ts');
  return {
    settleCommit: async (...[run, settings, commit]: Parameters<typeof actual.settleCommit>) => {
      if (!derives.later || commit.batch === null) return actual.settleCommit(run, settings, commit);
      const places = await duckdbPlaces(run);
      await bumpCounter(run, places, 'revision');
      await markStale(run, places);
    },
    finishCommit: async (...given: Parameters<typeof actual.finishCommit>) => (derives.later ? undefined : actual.finishCommit(...given)),
  };
});

/** What the command line last put into words. */
const told = vi.hoisted((): { error: unknown } => ({ error: null }));
vi.mock('../../src/i18n/errors.ts', async (original) => {
  const actual = await original<typeof import('../../src/i18n/errors.ts')>();
  return {
    ...actual,
    renderError: (...[error, language]: Parameters<typeof actual.renderError>) => {
      told.error = error;
      return actual.renderError(error, language);
    },
  };
});

/** What a case's SQL may take: enough for it to fail of nothing else. */
const allowed = {
  time: { seconds: 3, memoryMb: 400, growthMb: 300 },
  memory: { seconds: 10, memoryMb: 400, growthMb: 300 },
  none: { seconds: 40, memoryMb: 1500, growthMb: 2000 },
};

const languages: readonly Language[] = ['es', 'en'];
const bench = new Bench();
const workspaces = new Map<Language, OpenWorkspace>();
const workspace = (language: Language): OpenWorkspace => {
  const found = workspaces.get(language);
  if (!found) throw new Error(language);
  return found;
};
/** What is there before: enough for a KPI to be computed. */
const seed: BadInput = {
  cause: 'none',
  files: { 'seed.csv': 'id,status,created_at,closed_at\na,won,2026-01-05,2026-02-05\nb,lost,2026-01-06,2026-03-31\n' },
  mapping: entry('seed.csv', 'opportunity', 'id: id, status: status, created_at: created_at, closed_at: closed_at'),
  expects: { exit: 0, code: null, good: ['a', 'b'], es: '', en: '' },
};

beforeAll(async () => {
  for (const language of languages) {
    const opened = await bench.open(language);
    workspaces.set(language, opened);
    const cwd = join(bench.folder, `seed-${language}`);
    writeFiles(cwd, seed);
    expect(await call(cwd, opened.folder, language, argvOf(seed, 'seed', ''))).toMatchObject({ code: 0 });
  }
});
afterAll(() => bench.close());

/** With CUADRO_OBSERVE=FILE what was said is noted there, to write the table by. */
const observe = (cause: string, language: Language, said: unknown): void => {
  const file = process.env.CUADRO_OBSERVE;
  if (file) writeFileSync(file, `${JSON.stringify({ cause, language, said })}\n`, { flag: 'a' });
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const without = (text: string | null, ...folders: string[]): string =>
  folders.reduce((left, folder) => left.replaceAll(`${folder}/`, '').replaceAll(folder, '…'), text ?? '');

/** The case in one language: what it says, and what it leaves behind. */
async function check(input: BadInput, language: Language, name: string): Promise<void> {
  const { expects } = input;
  const cwd = join(bench.folder, `${name}-${language}`);
  writeFiles(cwd, input);
  const open = workspace(language);
  const folder = input.workspace ? await bench.own(input.workspace, language, `${name}-${language}-own`) : open.folder;
  let batch = '';
  for (const argv of input.before ?? []) {
    const ran = await call(cwd, folder, language, argvOf({ ...input, argv }, name, batch));
    expect(ran).toMatchObject({ code: 0 });
    batch = ran.json().batch ?? batch;
  }
  // A warehouse that can be opened changes in being opened.
  const broken = input.workspace?.format !== undefined || input.workspace?.warehouse !== undefined;
  // A call that fails stands in the audit log all the same.
  const leaveOut = broken ? /lock|\.wal$|^store\.sqlite/ : /lock|\.wal$|^warehouse|^store\.sqlite/;
  const shape = (): Promise<string> | string => (input.workspace ? (existsSync(folder) ? contentsOf(folder, leaveOut) : '') : open.shape());
  const before = await shape();
  // Rows come in in one language; in the other only the words of those left out are looked at.
  const dry = language === 'en';
  const ran = await call(cwd, folder, language, [...argvOf(input, name, batch), ...(dry ? ['--dry-run'] : [])]);
  const output = ran.json();
  observe(input.cause, language, {
    code: ran.code,
    output,
    rejected: output.rejected_file ? readFileSync(output.rejected_file, 'utf8') : null,
  });
  if (!('good' in expects)) {
    expect(output).toMatchObject({ error: { code: expects.code } });
    expect(ran.code).toBe(expects.exit);
    const { error } = output;
    expect(without(error.message, folder, cwd)).toContain(expects[language]);
    expect(error.fix).not.toBe('');
    if (expects.where !== undefined) expect(error.where).toContain(expects.where);
    if (expects.offers !== undefined) expect(`${error.expected} ${error.fix}`).toContain(expects.offers);
    expect(await shape()).toBe(before);
    // The same error in the other language's words: it need not happen again for them.
    expect(told.error).toBeInstanceOf(CuadroError);
    if (told.error instanceof CuadroError) expect(without(renderError(told.error, 'en').message, folder, cwd)).toContain(expects.en);
    return;
  }
  expect(ran.code, ran.stdout).toBe(expects.exit);
  const entity = input.entity ?? 'opportunity';
  const rows = await open.run(`select id from "${entity}" where _source = ${quoted(name)} order by id`);
  expect(rows.map(({ id }) => id)).toEqual(dry ? [] : expects.good);
  if (expects.exit === 3) {
    expect(output.entities[0].rejected).toBeGreaterThan(0);
    const rejected = parseRejected(readFileSync(output.rejected_file, 'utf8'));
    expect(rejected[0]).toMatchObject({ line: String(expects.line), column: expects.column ?? '', code: expects.code });
    expect(rejected[0]?.reason).toContain(expects[language]);
    if (expects.value !== undefined) expect(rejected[0]?.value).toBe(expects.value);
    return;
  }
  expect(output).toMatchObject({ rejected_file: null });
  if ('field' in expects) {
    expect(output.entities[0].warnings).toEqual([{ code: expects.code, field: expects.field, rows: expects.rows }]);
    for (const one of languages) expect(warningWords(expects.code, one)).toBe(expects[one]);
    return;
  }
  if (expects.select !== undefined) expect(await open.run(expects.select.replaceAll('{source}', quoted(name)))).toEqual(expects.gives);
  if (expects.exported !== undefined) {
    expect(await call(cwd, folder, language, ['export', 'exported', '--format', 'csv', '--entity', entity])).toMatchObject({ code: 0 });
    const text = readFileSync(join(cwd, 'exported', `${entity}.csv`), 'utf8');
    for (const part of expects.exported) expect(text).toContain(part);
  }
}

/** A good file goes in as if nothing had been. */
async function goodImport(name: string): Promise<void> {
  const cwd = join(bench.folder, `${name}-good`);
  const input: BadInput = {
    cause: 'none',
    files: { 'good.csv': `id,amount,created_at\n${name},10.50,2026-01-05\n` },
    mapping: dealsOf('good.csv'),
    expects: { exit: 0, code: null, good: [name], es: '', en: '' },
  };
  writeFiles(cwd, input);
  const ran = await call(cwd, workspace('es').folder, 'es', argvOf(input, 'good', ''));
  expect(ran.code, ran.stdout).toBe(0);
  expect(ran.json().entities).toMatchObject([{ entity: 'opportunity', read: 1, created: 1, rejected: 0, warnings: [] }]);
}

describe.each(table)('$name', ({ name: group, cases }) => {
  it.each(cases.map((input, at) => ({ input, cause: input.cause, name: `${group}_${at}`, at })))(
    '$cause',
    { timeout: 120_000 },
    async ({ input, name, at }) => {
      limits.now = allowed[input.limited ?? 'none'];
      // A question makes what is derived, which is not to be seen as a change of its own.
      derives.later = group !== 'calls';
      await check(input, 'es', name);
      if (input.expects.exit === 3) await check(input, 'en', name);
      derives.later &&= at < cases.length - 1;
      // What a case leaves undone would be seen by the next ones too.
      if (input.limited || at % 5 === 0 || at === cases.length - 1) await goodImport(name);
    },
  );
});

describe('the table', () => {
  const causes = table.flatMap(({ cases }) => cases.map(({ cause }) => cause));

  it('has more than 60 causes, each once', () => {
    expect(new Set(causes).size).toBe(causes.length);
    expect(causes.length).toBeGreaterThan(60);
  });

  it('says of each what a person is told, in both languages', () => {
    for (const { cases } of table)
      for (const { cause, expects } of cases) for (const language of languages) expect(expects[language], cause).not.toBe('');
  });

  it('is what docs/bad-input.md shows (vitest -u writes it)', async () => {
    await expect(documentOf(table)).toMatchFileSnapshot('../../docs/bad-input.md');
  });
});
