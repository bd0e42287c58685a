import { defineConfig } from 'vitest/config';

const long = process.env.CUADRO_TEST_LONG === '1';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // `x.long.test.ts` runs with `npm run test:long` only.
    exclude: ['node_modules/**', ...(long ? [] : ['**/*.long.test.ts'])],
    // Native code (DuckDB, chdb) wants a process of its own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: long ? 600_000 : 180_000,
    hookTimeout: long ? 600_000 : 300_000,
    env: { TZ: 'UTC' },
  },
});
