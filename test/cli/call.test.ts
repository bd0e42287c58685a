import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { parseOptions } from '../../src/cli/options.ts';
import { cuadro, temporaryFolder } from './run.ts';

const root = join(import.meta.dirname, '..', '..');

describe('a call', () => {
  it('without a command shows the help and fails', async () => {
    const ran = await cuadro(temporaryFolder(), []);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('cuadro');
  });

  it('says its version', async () => {
    expect((await cuadro(temporaryFolder(), ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('shows the help in the language asked for', async () => {
    expect((await cuadro(temporaryFolder(), ['--help', '--lang', 'en'])).stdout).toContain('Commands:');
    expect((await cuadro(temporaryFolder(), ['query', '--help'])).stdout).toContain('Opciones:');
  });

  it('of an unknown command offers the nearest', async () => {
    const ran = await cuadro(temporaryFolder(), ['quary', '--json']);
    expect(ran.code).toBe(2);
    expect(ran.json()).toMatchObject({ error: { code: 'unknown_command', found: 'quary', expected: 'query' } });
    expect(Object.keys(ran.json().error)).toEqual(['code', 'message', 'where', 'expected', 'found', 'fix']);
  });

  it('of an unknown option is an error, never ignored', async () => {
    const ran = await cuadro(temporaryFolder(), ['kpis', '--jason']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('--json');
  });

  it('without a workspace says how to make one', async () => {
    const folder = temporaryFolder();
    const ran = await cuadro(folder, ['kpis', '--json', '--lang', 'en']);
    expect(ran.code).toBe(2);
    expect(ran.json().error).toMatchObject({ code: 'workspace_missing', where: join(folder, 'cuadro-data') });
    expect(ran.json().error.fix).toContain('cuadro init');
  });

  it('finds the workspace by --data, CUADRO_DATA and ./cuadro-data, in this order', async () => {
    const folder = temporaryFolder();
    const where = async (argv: string[], env: Record<string, string> = {}): Promise<string> =>
      (await cuadro(folder, ['kpis', '--json', ...argv], { env })).json().error.where;
    expect(await where([])).toBe(join(folder, 'cuadro-data'));
    expect(await where([], { CUADRO_DATA: 'b' })).toBe(join(folder, 'b'));
    expect(await where(['--data', 'a'], { CUADRO_DATA: 'b' })).toBe(join(folder, 'a'));
    expect((await cuadro(folder, ['--data', 'c', 'kpis', '--json'])).json().error.where).toBe(join(folder, 'c'));
  });

  it('with wrong settings says where', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'cuadro-data'));
    writeFileSync(join(folder, 'cuadro-data', 'cuadro.yaml'), 'currency: EUR\ntimezone: Europe/Madird\n');
    const ran = await cuadro(folder, ['kpis', '--json']);
    expect(ran.code).toBe(2);
    expect(ran.json().error).toMatchObject({ code: 'settings_invalid', found: 'Europe/Madird' });
    expect(ran.json().error.where).toMatch(/cuadro\.yaml:2 \(timezone\)$/);
  });

  it.each([
    ['query', ['--kpi', 'x', '--from', '2026-02-30'], 'option_invalid'],
    ['query', ['--kpi', 'x', '--grain', 'decade'], 'option_invalid'],
    ['query', ['--kpi', 'x', '--where', 'nonsense'], 'condition_invalid'],
    ['query', ['--kpi', 'x', '--compare', '2026'], 'option_invalid'],
    ['query', [], 'option_missing'],
    ['records', ['--kpi', 'x', '--from', '2026-01-01'], 'option_missing'],
    ['explain', ['--kpi', 'x', 'y', '--from', '2026-01-01', '--to', '2026-01-31'], 'option_given_twice'],
    ['serve', ['--port', '99999'], 'option_invalid'],
  ])('%s %j is refused', async (command, argv, code) => {
    const ran = await cuadro(temporaryFolder(), [command, ...argv, '--json']);
    expect(ran.code).toBe(2);
    expect(ran.json().error.code).toBe(code);
  });

  it.each(Object.entries(commands))('%s has a name, words in both languages and examples that parse', async (name, { words, load }) => {
    const command = await load();
    expect(command.name).toBe(name);
    expect(words.es).not.toBe(words.en);
    expect(command.words.es).not.toBe(command.words.en);
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) {
      // As a shell takes it: words in quotes are one, and what follows `>` is not the command's.
      const [typed = ''] = example.split(' > ');
      const argv = [...typed.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
      const at = argv.indexOf(name);
      expect(argv[0]).toBe('cuadro');
      parseOptions(command, argv.slice(at + 1));
    }
  });
});

describe('bin/cuadro', () => {
  it('runs from any folder, through links, under the packaged Node', () => {
    const folder = temporaryFolder();
    symlinkSync(join(root, 'bin', 'cuadro'), join(folder, 'first'));
    symlinkSync('first', join(folder, 'second'));
    const ran = spawnSync(join(folder, 'second'), ['--version'], { cwd: '/', encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('says what to run when nothing is installed', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'bin'));
    spawnSync('cp', [join(root, 'bin', 'cuadro'), join(folder, 'bin')]);
    const ran = spawnSync(join(folder, 'bin', 'cuadro'), ['--version'], { encoding: 'utf8' });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain('npm ci');
  });
});
