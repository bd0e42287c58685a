import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseSettings } from './settings-file.ts';
import { settingsTemplate } from './template.ts';
import { settingsDigest, withChanges, writeSettings } from './write-settings.ts';

const text = settingsTemplate({ name: 'Prueba', locale: 'es-ES', timezone: 'Europe/Madrid', currency: 'EUR' });
const comments = (yaml: string): readonly string[] => [...yaml.matchAll(/#.*/g)].map(([comment]) => comment);

describe('changed settings', () => {
  it('keep comments and order', () => {
    const changed = withChanges(
      text,
      [
        { path: ['currency'], value: 'MXN' },
        { path: ['customer', 'active_days'], value: 180 },
        { path: ['glossary', 'lead'], value: 'reachable' },
        { path: ['business_hours'], value: { 'mon-fri': '09:00-18:00', sat: '10:00-14:00' } },
        { path: ['holidays'], value: ['2026-12-25'] },
      ],
      'cuadro.yaml',
    );
    expect(comments(changed)).toEqual(comments(text));
    const keys = (yaml: string) => [...yaml.matchAll(/^\w+(?=:)/gm)].map(([key]) => key);
    expect(keys(changed).slice(0, keys(text).length)).toEqual(keys(text));
    expect(parseSettings(changed, 'cuadro.yaml')).toMatchObject({
      name: 'Prueba',
      currency: 'MXN',
      customer: { active_days: 180 },
      glossary: { lead: 'reachable', qualified: 'qualified_at' },
      business_hours: { 'mon-fri': '09:00-18:00', sat: '10:00-14:00' },
      holidays: ['2026-12-25'],
    });
  });

  it('take a key out, and what is empty then', () => {
    const changed = withChanges('name: A\nglossary:\n  lead: reachable\n', [{ path: ['glossary', 'lead'], value: null }], 'cuadro.yaml');
    expect(changed).toBe('name: A\n');
  });

  it('set something within a key that has no value', () => {
    expect(withChanges('glossary:\n', [{ path: ['glossary', 'lead'], value: 'reachable' }], 'f')).toBe('glossary:\n  lead: reachable\n');
  });

  it('are refused where they do not hold', () => {
    const change = (path: [string, ...string[]], value: string | number) => () => withChanges(text, [{ path, value }], 'cuadro.yaml');
    expect(change(['currency'], 'euro')).toThrow(expect.objectContaining({ code: 'settings_invalid' }));
    expect(change(['locale'], 'xx-QQ')).toThrow(expect.objectContaining({ code: 'settings_invalid' }));
    expect(change(['backups', 'every'], 'a veces')).toThrow(expect.objectContaining({ code: 'config_invalid' }));
  });
});

describe('the file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cuadro-settings-'));
    writeFileSync(join(folder, 'cuadro.yaml'), text, { mode: 0o640 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is written whole or not at all, and only over what was seen', () => {
    const first = settingsDigest(text);
    const second = writeSettings(folder, first, [{ path: ['name'], value: 'Otra' }]);
    const written = readFileSync(join(folder, 'cuadro.yaml'), 'utf8');
    expect(settingsDigest(written)).toBe(second);
    expect(() => writeSettings(folder, first, [{ path: ['name'], value: 'Tercera' }])).toThrow(
      expect.objectContaining({ code: 'settings_changed' }),
    );
    expect(() => writeSettings(folder, second, [{ path: ['name'], value: '' }])).toThrow(
      expect.objectContaining({ code: 'settings_invalid' }),
    );
    expect(readFileSync(join(folder, 'cuadro.yaml'), 'utf8')).toBe(written);
    expect(readdirSync(folder)).toEqual(['cuadro.yaml']);
  });
});
