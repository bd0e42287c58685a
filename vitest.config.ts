import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const long = process.env.CUADRO_TEST_LONG === '1';

/** The longest of each project, longest first: begun last, one of them would keep one core busy while the other waits. */
const longest = [
  'test/bad-input/',
  'test/property/derived',
  'src/landing/crash.test.ts',
  'test/property/',
  'test/real/online-retail/',
  'test/real/maven-crm/',
  'src/kpis/examples.test.ts',
  'test/web/settings',
  'test/web/reach',
  'test/web/',
  'src/warehouse/world/open.test.ts',
  'test/rights/seen',
  'test/cli/import',
  'test/cli/workspace',
  'test/erasure/',
];

/** The projects below, one after the other. */
const order = ['alone', 'web', 'shared'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // A process serves the next file only of its own project: one project after the other.
    const place = ({ moduleId, project }: TestSpecification): number => {
      const index = longest.findIndex((path) => moduleId.includes(`/${path}`));
      return 100 * order.indexOf(project.name) + (index < 0 ? longest.length : index);
    };
    return (await super.sort(files)).toSorted((left, right) => place(left) - place(right));
  }
}

const tests = (...folders: readonly string[]): string[] => folders.map((folder) => `${folder}/**/*.test.ts`);

/** Those that want a process of their own: they put something else in a module's place, break off what is being written, or fill the memory with real data. */
const alone = tests('test/{bad-input,bench,property,real,sample}', 'src/{landing,sources}');
const web = tests('test/web');
// `x.long.test.ts` runs with `npm run test:long` only.
const exclude = ['node_modules/**', ...(long ? [] : ['**/*.long.test.ts'])];

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'alone', include: alone, exclude } },
      // A file closes what it opens and leaves nothing to the next: they share a process, its modules and what of them is compiled.
      {
        extends: true,
        test: { name: 'shared', include: tests('src', 'test', 'web/src'), exclude: [...exclude, ...alone, ...web], isolate: false },
      },
      // The same in a browser. What it waited for in vain on a busy machine is tried once more, and `npm test` says so at its end, for it
      // may as well be a fault that comes and goes; what it found wrong is wrong.
      {
        extends: true,
        test: { name: 'web', include: web, exclude, isolate: false, retry: { count: 1, condition: /Timeout .*exceeded|timed out/ } },
      },
    ],
    globalSetup: ['test/demo-folder.ts'],
    setupFiles: ['test/one-thread.ts'],
    // Native code (DuckDB, chdb) wants a process of its own.
    pool: 'forks',
    // Twice as many as two cores: a test of the web or of a server waits for other processes a good part of its time.
    maxWorkers: 4,
    testTimeout: long ? 600_000 : 180_000,
    // A page on a busy machine takes its time; waiting for what comes costs nothing.
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: long ? 600_000 : 300_000,
    env: { TZ: 'UTC' },
    sequence: { sequencer: LongestFirst },
  },
});
