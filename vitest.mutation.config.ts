import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const include = ['src/{estimators,insights,metrics}/**/*.test.ts', 'test/{mutation,rules}/**/*.test.ts'];

/** What `npm run mutation` holds mutants against: the tests that need no database. */
export default defineConfig({
  test: {
    include,
    exclude: globSync(include).filter((file) => readFileSync(file, 'utf8').includes('warehouse/testing/')),
    // The code under test is pure, so its modules may be loaded once.
    isolate: false,
    // A loaded machine must not fail the run before it begins.
    testTimeout: 120_000,
    env: { TZ: 'UTC' },
  },
});
