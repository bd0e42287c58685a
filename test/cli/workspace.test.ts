import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHost } from '../../src/app/host.ts';
import { askServer } from '../../src/app/socket/client.ts';
import { socketPath } from '../../src/app/socket/path.ts';
import { openWarehouse } from '../../src/warehouse/duckdb/database.ts';
import { cuadro, temporaryFolder } from './run.ts';

const now = (): Temporal.Instant => Temporal.Instant.from('2026-07-15T10:00:00Z');

async function madeWorkspace(...argv: string[]): Promise<{ readonly cwd: string; readonly folder: string }> {
  const cwd = temporaryFolder();
  expect((await cuadro(cwd, ['init', ...argv])).code).toBe(0);
  return { cwd, folder: join(cwd, 'cuadro-data') };
}

/** Rows put straight into the warehouse; import has tests of its own. */
async function put(folder: string, ...statements: string[]): Promise<void> {
  const database = await openWarehouse(folder);
  try {
    for (const statement of statements) await database.session.run(statement);
  } finally {
    database.close();
  }
}

const account = (id: string, name: string): string =>
  `insert into main.account (_source, id, name, _batch) values ('t', '${id}', '${name.replaceAll("'", "''")}', 1)`;

describe('init', () => {
  it('makes a workspace with commented settings in its language, once', async () => {
    const { cwd, folder } = await madeWorkspace('--locale', 'es-MX', '--name', 'Mi empresa');
    const text = readFileSync(join(folder, 'cuadro.yaml'), 'utf8');
    expect(text).toContain('timezone: America/Mexico_City');
    expect(text).toContain('currency: MXN');
    expect(text).toContain('# Parámetros de los indicadores');
    const again = await cuadro(cwd, ['init', '--json']);
    expect(again.code).toBe(2);
    expect(again.json().error.code).toBe('workspace_exists');
    expect(readFileSync(join(folder, 'cuadro.yaml'), 'utf8')).toBe(text);
  });

  it.each([
    ['--timezone', 'Mars/Olympus'],
    ['--currency', 'peso'],
    ['--locale', 'zz-ZZ'],
  ])('refuses %s %s and makes nothing', async (option, value) => {
    const cwd = temporaryFolder();
    const ran = await cuadro(cwd, ['init', option, value, '--json']);
    expect(ran.code).toBe(2);
    expect(ran.json().error).toMatchObject({ code: 'settings_invalid', found: value });
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('export', () => {
  it('writes every table, guards formulas in text and leaves numbers alone', async () => {
    const { cwd, folder } = await madeWorkspace();
    await put(
      folder,
      account('1', '=1+1'),
      account('2', '@SUM(A1)'),
      account('3', '-5,20'),
      account('4', '+34 600 100 200'),
      account('5', "O'Hara"),
    );
    await put(folder, "insert into main.product (_source, id, price, _batch) values ('t', 'p', -3.5, 1)");
    const ran = await cuadro(cwd, ['export', 'out', '--format', 'csv', '--json']);
    expect(ran.code).toBe(0);
    const { tables } = ran.json();
    expect(tables.find((table: { name: string }) => table.name === 'account')).toEqual({ name: 'account', file: 'account.csv', rows: 5 });
    expect(readdirSync(join(cwd, 'out')).length).toBe(tables.length);
    const lines = readFileSync(join(cwd, 'out', 'account.csv'), 'utf8').split('\n');
    expect(lines[1]).toContain("'=1+1");
    expect(lines[2]).toContain("'@SUM(A1)");
    expect(lines[3]).toContain('"-5,20"');
    expect(lines[4]).toContain(',+34 600 100 200');
    expect(readFileSync(join(cwd, 'out', 'product.csv'), 'utf8')).toContain(',-3.5000');
  });

  it('writes only what is asked for and overwrites nothing', async () => {
    const { cwd } = await madeWorkspace();
    expect((await cuadro(cwd, ['export', 'out', '--entity', 'account', 'order'])).code).toBe(0);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['account.parquet', 'order.parquet']);
    expect((await cuadro(cwd, ['export', 'out', '--json'])).json().error.code).toBe('export_folder_not_empty');
    expect((await cuadro(cwd, ['export', 'two', '--entity', 'acount', '--json'])).json().error).toMatchObject({
      code: 'unknown_dataset',
      expected: 'account',
    });
    expect(existsSync(join(cwd, 'two'))).toBe(false);
  });
});

describe('check', () => {
  it('counts what passes and what fails', async () => {
    const { cwd, folder } = await madeWorkspace();
    await put(
      folder,
      account('1', 'Acme'),
      account('2', 'ACME'),
      "insert into main.opportunity (_source, id, account_id, created_at, created_at_day, closed_at, closed_at_day, _batch) values ('t', 'o1', '1', '2026-02-01', '2026-02-01', '2026-01-01', '2026-01-01', 1), ('t', 'o2', 'gone', '2026-02-01', '2026-02-01', null, null, 1)",
    );
    const output = (await cuadro(cwd, ['check', '--json'])).json();
    expect(output.checks).toContainEqual({
      check: 'missing_reference',
      entity: 'opportunity',
      field: 'account_id',
      rows: 2,
      passed: 1,
      failed: 1,
    });
    expect(output.checks).toContainEqual({
      check: 'order_of_times',
      entity: 'opportunity',
      field: 'closed_at',
      rows: 1,
      passed: 0,
      failed: 1,
    });
    expect(output.checks).toContainEqual({
      check: 'missing_field',
      entity: 'opportunity',
      field: 'account_id',
      rows: 2,
      passed: 2,
      failed: 0,
    });
    expect((await cuadro(cwd, ['check'])).stdout).toContain('opportunity.account_id');
  });

  it('tells which records look like one, and what they share', async () => {
    const { cwd } = await madeWorkspace();
    writeFileSync(
      join(cwd, 'accounts.csv'),
      'id,name,domain,created_at\n1,"Talleres Navá, S.L.",nava.example,2026-01-02\n2,TALLERES NAVA SL,www.nava.example,2026-01-03\n3,Hotel Verasol,,2026-01-04\n',
    );
    expect((await cuadro(cwd, ['import', 'accounts.csv'])).code).toBe(0);
    const output = (await cuadro(cwd, ['check', '--json'])).json();
    expect(output.duplicates).toEqual([{ entity: 'account', by: 'domain name', groups: 1, records: 2 }]);
    expect((await cuadro(cwd, ['check'])).stdout).toContain('dominio, nombre');
  });
});

describe('backup and restore', () => {
  it('give back the same workspace', async () => {
    const { cwd, folder } = await madeWorkspace('--name', 'Original');
    await put(folder, account('1', 'Acme'));
    mkdirSync(join(folder, 'notes'));
    writeFileSync(join(folder, 'notes', 'kept.txt'), 'raw');
    expect((await cuadro(cwd, ['backup', 'copy.cuadro'])).code).toBe(0);
    expect(statSync(join(cwd, 'copy.cuadro')).mode & 0o077).toBe(0);
    const restored = await cuadro(cwd, ['--data', 'again', 'restore', 'copy.cuadro', '--json']);
    expect(restored.code).toBe(0);
    const again = join(cwd, 'again');
    expect(readFileSync(join(again, 'cuadro.yaml'), 'utf8')).toContain('Original');
    expect(readFileSync(join(again, 'notes', 'kept.txt'), 'utf8')).toBe('raw');
    expect((await cuadro(cwd, ['--data', 'again', 'export', 'out', '--entity', 'account', '--json'])).json().tables[0].rows).toBe(1);
    expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('overwrite nothing', async () => {
    const { cwd } = await madeWorkspace();
    await cuadro(cwd, ['backup', 'copy.cuadro']);
    expect((await cuadro(cwd, ['backup', 'copy.cuadro', '--json'])).json().error.code).toBe('file_exists');
    expect((await cuadro(cwd, ['restore', 'copy.cuadro', '--json'])).json().error.code).toBe('restore_not_empty');
    expect((await cuadro(cwd, ['--data', 'x', 'restore', 'none', '--json'])).json().error.code).toBe('file_missing');
  });

  it('of a cut or foreign file restore nothing', async () => {
    const { cwd } = await madeWorkspace();
    await cuadro(cwd, ['backup', 'copy.cuadro']);
    truncateSync(join(cwd, 'copy.cuadro'), statSync(join(cwd, 'copy.cuadro')).size - 200);
    writeFileSync(join(cwd, 'foreign'), 'not an archive');
    for (const file of ['copy.cuadro', 'foreign']) {
      const ran = await cuadro(cwd, ['--data', 'x', 'restore', file, '--json']);
      expect(ran.code).toBe(2);
      expect(ran.json().error.code).toBe('backup_invalid');
    }
    expect(existsSync(join(cwd, 'x'))).toBe(false);
    expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('a workspace that a server holds', () => {
  it('is reached through its socket, which is the user’s alone, with the same results', async () => {
    const { cwd, folder } = await madeWorkspace();
    await put(folder, account('1', 'Acme'));
    const alone = await cuadro(cwd, ['check', '--json']);
    const host = await openHost(folder, now);
    onTestFinished(() => host.close());
    expect(statSync(socketPath(folder)).mode & 0o777).toBe(0o600);
    expect((await cuadro(cwd, ['check', '--json'])).stdout).toBe(alone.stdout);
    const refused = await cuadro(cwd, ['export', folder, '--json']);
    expect(refused.code).toBe(2);
    expect(refused.json().error).toMatchObject({ code: 'export_folder_not_empty', where: folder });
    expect((await cuadro(cwd, ['backup', 'live.cuadro', '--json'])).code).toBe(0);
    expect((await cuadro(cwd, ['--data', 'again', 'restore', 'live.cuadro'])).code).toBe(0);
    await expect(askServer(folder, { operation: 'rm', input: {} }, () => undefined)).rejects.toThrow('unknown_operation');
  });

  it('is free again when the server ends', async () => {
    const { cwd, folder } = await madeWorkspace();
    const host = await openHost(folder, now);
    await host.close();
    expect(existsSync(socketPath(folder))).toBe(false);
    expect((await cuadro(cwd, ['check'])).code).toBe(0);
  });

  it('is reached also where its path is too long for a socket', async () => {
    const deep = join(temporaryFolder(), 'a'.repeat(120));
    expect((await cuadro('/', ['--data', deep, 'init'])).code).toBe(0);
    const host = await openHost(deep, now);
    onTestFinished(() => host.close());
    expect(socketPath(deep).length).toBeLessThan(104);
    expect((await cuadro('/', ['--data', deep, 'check'])).code).toBe(0);
  });

  it('makes others wait, and then gives up clearly', async () => {
    const { cwd, folder } = await madeWorkspace();
    const database = await openWarehouse(folder);
    const waiting = cuadro(cwd, ['check', '--json']);
    setTimeout(() => database.close(), 1_500);
    expect((await waiting).code).toBe(0);
  });
});

describe('serve', () => {
  it('prints its address once it answers and allows nothing from elsewhere', async () => {
    const { folder } = await madeWorkspace();
    const bin = join(import.meta.dirname, '..', '..', 'bin', 'cuadro');
    const child = spawn(bin, ['--data', folder, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [first] = await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`ended: ${code}`))),
    ]);
    const url = String(first).trim();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('<html lang="es"');
    expect((await fetch(`${url}/api/v1/kpis`)).status).toBe(401);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(existsSync(socketPath(folder))).toBe(false);
  });
});
