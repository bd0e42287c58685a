import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const long = process.env.CUADRO_TEST_LONG === '1';

/** The longest, longest first: begun last, one of them would keep one core busy while the other waits. */
const longest = [
  'test/property/derived',
  'test/bad-input/',
  'src/kpis/examples.test.ts',
  'test/web/settings',
  'test/web/team',
  'test/web/',
  'src/landing/crash.test.ts',
  'test/real/online-retail/',
  'test/property/',
  'src/warehouse/world/open.test.ts',
  'test/real/maven-crm/',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const index = longest.findIndex((path) => moduleId.includes(`/${path}`));
      return index < 0 ? longest.length : index;
    };
    return (await super.sort(files)).toSorted((left, right) => place(left) - place(right));
  }
}

const tests = (...folders: readonly string[]): string[] => folders.map((folder) => `${folder}/**/*.test.ts`);

/** Pure code, and what is asked of a database in memory: nothing that one file would leave to the next, so that they share a process, its modules and its engines. */
const shared = tests('src/{app,estimators,i18n,insights,kpis,metrics,model,quality,warehouse}', 'web/src');
// `x.long.test.ts` runs with `npm run test:long` only.
const exclude = ['node_modules/**', ...(long ? [] : ['**/*.long.test.ts'])];

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'shared', include: shared, exclude, isolate: false } },
      {
        extends: true,
        test: {
          name: 'alone',
          globalSetup: ['test/demo-folder.ts'],
          setupFiles: ['test/one-thread.ts'],
          include: tests('src', 'test'),
          exclude: [...exclude, ...shared],
        },
      },
    ],
    // Native code (DuckDB, chdb) wants a process of its own.
    pool: 'forks',
    // Twice as many as two cores: a test of the web or of a server waits for other processes a good part of its time.
    maxWorkers: 4,
    testTimeout: long ? 600_000 : 180_000,
    // A page on a busy machine takes its time; waiting for what comes costs nothing.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: long ? 600_000 : 300_000,
    env: { TZ: 'UTC' },
    sequence: { sequencer: LongestFirst },
  },
});
