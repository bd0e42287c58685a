import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CuadroError } from '../../model/error.ts';
import { configFields } from './fields.ts';
import { parseConfig } from './parse.ts';
import { defaultConfig } from './schema.ts';
import type { Environment } from './values.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuadro-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function refusal(text: string, env: Environment = {}): CuadroError {
  try {
    parseConfig(text, 'cuadro.yaml', env);
  } catch (error) {
    if (error instanceof CuadroError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

describe('parseConfig', () => {
  test('says what the file says, over it the environment, and leaves the rest of the file alone', () => {
    const text = 'name: Acme\nserver:\n  port: 5000\n  trusted_proxies: [10.0.0.0/8]\nrights: { totals: all }\n';
    const config = parseConfig(text, 'cuadro.yaml', { CUADRO_SERVER_PORT: '6000', CUADRO_DATA: '/x', CUADRO_SSO_DOMAINS: 'a.es, b.es' });
    expect(config.server).toEqual({ ...defaultConfig.server, port: 6000, trusted_proxies: ['10.0.0.0/8'] });
    expect(config.rights.totals).toBe('all');
    expect(config.sso.domains).toEqual(['a.es', 'b.es']);
    expect(parseConfig('', 'cuadro.yaml', {})).toEqual(defaultConfig);
    expect(parseConfig('server:\nmail:\n', 'cuadro.yaml', {})).toEqual(defaultConfig);
  });

  test('names the line or the variable of what is wrong', () => {
    expect(refusal('name: A\nserver:\n  host: localhost\n  port: 70000\n')).toMatchObject({
      code: 'config_invalid',
      where: 'cuadro.yaml:4 (server.port)',
      found: '70000',
    });
    expect(refusal('server: { prot: 1 }')).toMatchObject({ code: 'config_invalid', expected: 'port', found: 'prot' });
    expect(refusal('server: { port: 1 }', { CUADRO_SERVER_PORT: 'high' })).toMatchObject({
      code: 'config_invalid',
      where: 'CUADRO_SERVER_PORT',
      found: 'high',
    });
    expect(refusal('', { CUADRO_SERVER_PROT: '1' })).toMatchObject({ code: 'config_variable_unknown', where: 'CUADRO_SERVER_PROT' });
    expect(refusal('server: 7')).toMatchObject({ code: 'config_invalid', where: 'cuadro.yaml:1 (server)' });
  });

  test('takes secrets from where only their owner reads', () => {
    const [closed, open] = [join(folder, 'closed'), join(folder, 'open')];
    writeFileSync(closed, 'hush\n', { mode: 0o600 });
    writeFileSync(open, 'hush\n', { mode: 0o644 });
    expect(refusal('mail:\n  password: hush\n')).toMatchObject({ code: 'config_secret_in_file', where: 'cuadro.yaml:2 (mail.password)' });
    expect(parseConfig('', 'cuadro.yaml', { CUADRO_MAIL_PASSWORD: 'hush' }).mail.password).toBe('hush');
    expect(parseConfig('', 'cuadro.yaml', { CUADRO_MAIL_PASSWORD_FILE: closed }).mail.password).toBe('hush');
    expect(parseConfig(`mail: { password_file: ${closed} }`, 'cuadro.yaml', {}).mail.password).toBe('hush');
    expect(refusal(`mail: { password_file: ${open} }`)).toMatchObject({ code: 'config_secret_exposed', where: open });
    expect(refusal(`mail: { password_file: ${open}s }`)).toMatchObject({ code: 'config_secret_unreadable' });
  });

  test('every setting has a variable of its own and words in both languages', () => {
    const variables = configFields.map(({ variable }) => variable);
    expect(new Set(variables).size).toBe(variables.length);
    expect(variables).toContain('CUADRO_SERVER_PUBLIC_URL');
    for (const { about, variable } of configFields) expect([about.es, about.en].every(Boolean), variable).toBe(true);
  });
});
