// npm run mutation: changes the pure code in small ways and sees whether a test fails; see docs/mutation.md.
// -- --mutate GLOB takes some files only; -- --record asks DuckDB and the oracle anew for what test/mutation replays.
import { ensureInstalled, runNode } from './setup.mjs';

const given = process.argv.slice(2);

ensureInstalled({ dev: true });
process.exitCode = given.includes('--record')
  ? await runNode(['test/mutation/record.ts'])
  : await runNode(['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', ...given]);
