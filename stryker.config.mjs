// Mutation testing of the pure code; run by `npm run mutation` (docs/mutation.md).
const cache = 'node_modules/.cache/stryker';

export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  mutate: [
    'src/{estimators,insights,metrics}/**/*.ts',
    '!**/*.test.ts',
    '!**/testing/**',
    // Texts and lists.
    '!src/insights/advise/{goals,packs,questions,roles}/**',
    // SELECTs for people to look behind a number: only a database can tell whether they count what the number counts.
    '!src/metrics/records.ts',
  ],
  // Not needed in the sandbox. tsconfig.json: Stryker would read it by TypeScript's old interface, which TypeScript 7 has not.
  ignorePatterns: [
    '/.*',
    '/{bench,dist,docs,scripts}',
    '/src/{app,cli,landing,sample,server,sources,store}',
    '/test/{bad-input,bench,cli,project,real,sample}',
    '/tsconfig.json',
  ],
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 3000,
  incremental: true,
  incrementalFile: `${cache}/incremental.json`,
  // Not under node_modules, where Vitest looks for no tests.
  tempDirName: '.cache/stryker',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  htmlReporter: { fileName: `${cache}/mutation.html` },
  jsonReporter: { fileName: `${cache}/mutation.json` },
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
};
