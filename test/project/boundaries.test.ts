import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Runs the project's own rules on a folder of planted files. */
function cruise(files: Readonly<Record<string, string>>): { code: number; violations: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'cuadro-boundaries-'));
  folders.push(folder);
  cpSync(join(root, '.dependency-cruiser.mjs'), join(folder, '.dependency-cruiser.mjs'));
  for (const [path, content] of Object.entries({ 'package.json': '{"name":"planted","type":"module"}', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const args = [cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'src'];
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  const found = run.stdout.matchAll(/^ *error ([\w-]+): (\S+) →\s+(\S+)/gm);
  return { code: run.status ?? -1, violations: [...found].map(([, rule, from, to]) => `${rule}: ${from} -> ${to}`) };
}

const driver = { 'src/warehouse/driver.ts': 'export const open = (): number => 1;\nexport interface Driver { name: string }\n' };

describe('the boundaries between folders', () => {
  it('let allowed imports pass', () => {
    const result = cruise({
      'src/model/field.ts': 'export const field = 1;\n',
      'src/metrics/a.ts': "import { field } from '../model/field.ts';\nexport const a = field;\n",
    });
    expect(result).toEqual({ code: 0, violations: [] });
  });

  it.each([
    ['a plain import', "import { open } from '../warehouse/driver.ts';\nexport const a = open();\n"],
    ['a type import', "import type { Driver } from '../warehouse/driver.ts';\nexport const a = (driver: Driver): string => driver.name;\n"],
    ['a dynamic import', "export const a = () => import('../warehouse/driver.ts');\n"],
    ['a re-export', "export { open } from '../warehouse/driver.ts';\n"],
  ])('find %s against the way of the data', (_, content) => {
    const result = cruise({ ...driver, 'src/metrics/a.ts': content });
    expect(result.code).toBeGreaterThan(0);
    expect(result.violations).toEqual(['metrics-imports-only-model: src/metrics/a.ts -> src/warehouse/driver.ts']);
  });

  it('let nothing import the command line', () => {
    const result = cruise({
      'src/cli/main.ts': 'export const main = 1;\n',
      'src/app/run.ts': "import { main } from '../cli/main.ts';\nexport const run = main;\n",
    });
    expect(result.violations).toHaveLength(1);
    expect(result.violations[0]).toContain('src/app/run.ts -> src/cli/main.ts');
  });

  it('find a cycle', () => {
    const result = cruise({
      'src/model/a.ts': "import { b } from './b.ts';\nexport const a = (): number => b;\n",
      'src/model/b.ts': "import { a } from './a.ts';\nexport const b = 1;\nexport const c = a;\n",
    });
    expect(result.code).toBeGreaterThan(0);
    expect(result.violations.some((violation) => violation.startsWith('no-cycles'))).toBe(true);
  });

  it('find the file system in the engine', () => {
    const result = cruise({ 'src/metrics/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n" });
    expect(result.violations).toEqual(['metrics-and-model-are-pure: src/metrics/a.ts -> fs']);
  });

  it('find a folder that has no rule', () => {
    const result = cruise({ ...driver, 'src/elsewhere/a.ts': "import { open } from '../warehouse/driver.ts';\nexport const a = open;\n" });
    expect(result.violations).toEqual(['every-folder-has-its-rule: src/elsewhere/a.ts -> src/warehouse/driver.ts']);
  });
});
