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
  readonly isEntry?: boolean;
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

const compressed = (file: string): number => gzipSync(readFileSync(join(built, file))).length;

it('loads at most 250 kB of compressed JavaScript for the board', () => {
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? '';
  const board = Object.keys(manifest).find((key) => key.endsWith('board/board-page.tsx')) ?? '';
  expect([entry, board]).not.toContain('');
  const files = [...new Set([...withImports(entry), ...withImports(board)])].map((key) => manifest[key]?.file ?? '');
  const total = files.reduce((sum, file) => sum + compressed(file), 0);
  expect(total).toBeLessThan(250_000);
  // Charts come when one is shown.
  expect(files.some((file) => readFileSync(join(built, file), 'utf8').includes('zrender'))).toBe(false);
});

it('has no inline script or style, which the content policy would refuse', () => {
  const html = readFileSync(join(built, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\son\w+=/);
});
