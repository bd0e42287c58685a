// npm run unit -- src/metrics: the tests of one folder (or file), without the static checks.
import { ensureInstalled, runNode } from './setup.mjs';

ensureInstalled({ dev: true });
process.exitCode = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]);
