import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { ensureWeb } from '../../scripts/web.mjs';

const built = join(import.meta.dirname, '..', '..', 'dist', 'web');

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

let manifest: Readonly<Record<string, Chunk>>;
beforeAll(async () => {
  expect(await ensureWeb()).toBe(0);
  manifest = JSON.parse(readFileSync(join(built, '.vite', 'manifest.json'), 'utf8'));
});

/** A chunk and all that it needs before it runs. */
function withImports(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const other of manifest[key]?.imports ?? []) withImports(other, seen);
  return seen;
}

/** What the HTML begins with; the rest is loaded by it. */
function entry(): string {
  const html = readFileSync(join(built, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/type="module"[^>]* src="\/([^"]+)"/g)].map(([, file]) => file);
  return Object.keys(manifest).findLast((key) => scripts.includes(manifest[key]?.file)) ?? '';
}

const compressed = (file: string): number => gzipSync(readFileSync(join(built, file))).length;

it('loads at most 250 kB of compressed JavaScript for the board', () => {
  const keys = Object.keys(manifest);
  // What draws the beginning of the page, the application that comes after it, and the page.
  const parts = [
    entry(),
    keys.find((key) => key.endsWith('src/main.tsx')) ?? '',
    keys.find((key) => key.endsWith('board/board-page.tsx')) ?? '',
  ];
  expect(parts).not.toContain('');
  const files = [...new Set(parts.flatMap((key) => [...withImports(key)]))].map((key) => manifest[key]?.file ?? '');
  const total = files.reduce((sum, file) => sum + compressed(file), 0);
  expect(total).toBeLessThan(250_000);
  // Charts come when one is shown, menus when one is wanted.
  const has = (word: string): boolean => files.some((file) => readFileSync(join(built, file), 'utf8').includes(word));
  expect([has('zrender'), has('floating-ui')]).toEqual([false, false]);
});

it('begins a page with a fifth of that', () => {
  expect([...withImports(entry())].reduce((sum, key) => sum + compressed(manifest[key]?.file ?? ''), 0)).toBeLessThan(50_000);
});

it('has no inline script or style, which the content policy would refuse', () => {
  const html = readFileSync(join(built, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\son\w+=/);
});
