import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configFields } from '../../src/app/config/fields.ts';
import { parseConfig } from '../../src/app/config/parse.ts';
import { commands } from '../../src/cli/commands.ts';
import { defaultLimits } from '../../src/server/http/limits.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (name: string): string => readFileSync(join(root, 'deploy', name), 'utf8');

/** Variables that are read, and by no setting. */
const others = ['CUADRO_DATA', 'CUADRO_LOG', 'DATABASE_URL', 'DATABASE_URL_FILE'];
const known = new Set([
  ...others,
  ...configFields.flatMap(({ variable, secret }) => (secret ? [variable, `${variable}_FILE`] : [variable])),
]);
const strangers = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:CUADRO|DATABASE)_[A-Z_]+/g)].map(([name]) => name).filter((name) => !known.has(name));

const files = ['Dockerfile', 'compose.yaml', 'cuadro.service', 'cuadro.env.example', 'nginx.conf', 'Caddyfile'];

describe('what is deployed', () => {
  it.each([...files, '../docs/install.md', '../docs/install.es.md'])('%s names only settings that there are', (name) => {
    expect(strangers(read(name))).toEqual([]);
  });

  it.each(['../docs/install.md', '../docs/install.es.md'])('%s names only commands and files that there are', (name) => {
    const text = read(name);
    const called = [...text.matchAll(/(?:bin\/cuadro|--rm cuadro|exec cuadro \/app\/bin\/cuadro)(?: --data \S+)? ([a-z-]+)/g)].map(
      ([, command = '']) => command,
    );
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((command) => !(command in commands))).toEqual([]);
    for (const [, path = ''] of text.matchAll(/(?:deploy|docs)\/([\w.-]+\.(?:md|yaml|conf|service|example)|Dockerfile|Caddyfile)/g)) {
      expect([join(root, 'deploy', path), join(root, 'docs', path)].some(existsSync), path).toBe(true);
    }
    for (const [, path = ''] of text.matchAll(/\]\(([\w./-]+?)(?:#[\w-]+)?\)/g))
      expect(existsSync(join(root, 'docs', path)), path).toBe(true);
  });

  it('the example of an environment is one that Cuadro takes', () => {
    const lines = read('cuadro.env.example')
      .split('\n')
      .map((line) => /^#?([A-Z_]+)=(.*)$/.exec(line))
      .filter((line) => line !== null);
    const env = Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value]));
    expect(Object.keys(env).length).toBeGreaterThan(4);
    expect(parseConfig('', 'cuadro.yaml', env)).toMatchObject({
      server: { public_url: 'https://cuadro.example.com', trusted_proxies: ['loopback'], host: '127.0.0.1' },
    });
  });
});

describe('the Dockerfile', () => {
  const text = read('Dockerfile').replaceAll('\\\n', ' ');
  const lines = text.split('\n');
  const stages = lines.filter((line) => line.startsWith('FROM '));

  it('copies what is there, and its ignore file lets it through', () => {
    const let_ = read('Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(copied).toEqual(expect.arrayContaining(['src', 'bin', 'package-lock.json']));
    for (const path of copied) expect([path, existsSync(join(root, path)), let_.includes(path)]).toEqual([path, true, true]);
    const built = lines.filter((line) => line.includes('--from=build')).map((line) => line.split(/\s+/)[2]?.replace('/app/', ''));
    for (const path of built) if (path !== 'dist/web') expect(existsSync(join(root, path ?? '')), path).toBe(true);
  });

  it('has two stages and ends as nobody, with a check of its health', () => {
    expect(stages).toHaveLength(2);
    const last = text.slice(text.lastIndexOf('\nFROM '));
    expect(last).toMatch(/\nUSER 10001:10001\n/);
    expect(last).toContain("fetch('http://127.0.0.1:4477/health/ready')");
    expect(last).toContain('CUADRO_SERVER_HOST=0.0.0.0');
    expect(last).toContain(`EXPOSE ${parseConfig('', 'cuadro.yaml', {}).server.port}\n`);
    expect(last).not.toMatch(/PASSWORD|SECRET/);
    const command = /CMD \["(\w+)"\]\s*$/.exec(text)?.[1];
    expect(Object.keys(commands)).toContain(command);
  });
});

const service = z.object({
  image: z.string(),
  read_only: z.boolean().optional(),
  ports: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});
const composeSchema = z.object({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

describe('compose.yaml', () => {
  const compose = composeSchema.parse(parse(read('compose.yaml')));
  const { cuadro, db, caddy } = compose.services;

  it('refers to what it has', () => {
    for (const [name, { secrets, volumes, networks, depends_on }] of Object.entries(compose.services)) {
      expect(
        secrets.filter((secret) => !(secret in compose.secrets)),
        name,
      ).toEqual([]);
      expect(
        networks.filter((network) => !(network in compose.networks)),
        name,
      ).toEqual([]);
      expect(
        Object.keys(depends_on).filter((other) => !(other in compose.services)),
        name,
      ).toEqual([]);
      for (const volume of volumes) {
        const [from = ''] = volume.startsWith('${') ? [] : volume.split(':');
        if (from.startsWith('./')) expect(existsSync(join(root, 'deploy', from)), volume).toBe(true);
        else if (from !== '') expect(Object.keys(compose.volumes), volume).toContain(from);
      }
    }
  });

  it('gives secrets by file, the database to nobody outside, and the way in to Caddy alone', () => {
    expect(db?.ports).toEqual([]);
    expect(cuadro?.ports).toEqual([]);
    expect(compose.networks.back?.internal).toBe(true);
    expect(caddy?.networks).not.toContain('back');
    expect(db?.healthcheck).toBeDefined();
    expect(cuadro?.read_only).toBe(true);
    const plain = Object.entries({ ...cuadro?.environment, ...db?.environment }).filter(([name]) => /SECRET|PASSWORD|URL_FILE/.test(name));
    expect(plain.length).toBe(3);
    for (const [name, value] of plain) {
      expect(name).toMatch(/_FILE$/);
      expect(value).toMatch(/^\/run\/secrets\//);
      expect(Object.keys(compose.secrets)).toContain(value.split('/').at(-1));
    }
  });

  it('gives Cuadro settings that it takes', () => {
    const env = Object.fromEntries(
      Object.entries(cuadro?.environment ?? {})
        .filter(([name]) => !name.endsWith('_FILE'))
        .map(([name, value]) => [name, value.replace(/\$\{\w+:\?[^}]*\}/, 'cuadro.example.com')]),
    );
    expect(parseConfig('', 'cuadro.yaml', env)).toMatchObject({
      server: { public_url: 'https://cuadro.example.com', trusted_proxies: ['uniquelocal'] },
      backups: { folder: '/backups' },
    });
  });
});

describe('the proxies', () => {
  it.each(['nginx.conf', 'Caddyfile'])('%s lets uploads and live events through as they come', (name) => {
    const text = read(name);
    const gigabytes = Number(/(?:client_max_body_size|max_size) (\d+)(?:g|GiB)/.exec(text)?.[1]);
    expect(gigabytes * 2 ** 30).toBe(defaultLimits.upload);
    expect(text).toContain('/api/v1/uploads');
    expect(text).toMatch(/proxy_buffering off|flush_interval -1/);
    expect(text).toContain('127.0.0.1:4477');
  });

  it('nginx says who comes, by which name and how, in its own words', () => {
    for (const header of ['X-Forwarded-For $remote_addr', 'X-Forwarded-Host $host', 'X-Forwarded-Proto $scheme', 'Host $host']) {
      expect(read('nginx.conf')).toContain(`proxy_set_header ${header};`);
    }
    const text = read('nginx.conf').replaceAll(/#.*$/gm, '');
    expect(text.split('{').length).toBe(text.split('}').length);
  });
});

describe('cuadro.service', () => {
  const unit = read('cuadro.service');

  it('is shut in', () => {
    for (const line of [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'ReadWritePaths=/var/lib/cuadro',
      'User=cuadro',
      'CapabilityBoundingSet=',
    ]) {
      expect(unit.split('\n')).toContain(line);
    }
    expect(unit).toMatch(/^ExecStart=\/opt\/cuadro\/bin\/cuadro serve$/m);
  });

  it.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)('is a unit to systemd', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cuadro-unit-'));
    try {
      const file = join(folder, 'cuadro.service');
      // What it starts is not installed here.
      writeFileSync(file, unit.replace('ExecStart=/opt/cuadro/bin/cuadro', 'ExecStart=/bin/true'));
      const verified = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8', timeout: 30_000 });
      const about = verified.stderr.split('\n').filter((line) => line.includes('cuadro.service'));
      expect(about).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
