import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
// @ts-expect-error a script without types
import { absentPackages } from '../../scripts/lock.mjs';

const root = join(import.meta.dirname, '..', '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

it('the lock file has the packages of every platform (mend it: node scripts/lock.mjs)', () => {
  expect(absentPackages(lock.packages).map(({ name }: { name: string }) => name)).toEqual([]);
});

it('the lock file is of this package.json', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const own = lock.packages[''];
  expect(own.dependencies).toEqual(dependencies);
  expect(own.devDependencies).toEqual(devDependencies);
  expect(own.optionalDependencies).toEqual(optionalDependencies);
});
