// npm test: installs what is missing, then the static checks and every test. --long adds the tests that take longer.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './checks.mjs';
import { ensureServices } from './services.mjs';
import { ensureInstalled, root, runNode } from './setup.mjs';
import { ensureWeb } from './web.mjs';

const long = process.argv.includes('--long');
const rest = process.argv.slice(2).filter((argument) => argument !== '--long');

ensureInstalled({ dev: true });
const missing = ensureServices();
const checked = await runChecks();
// Once, before two test files want it at the same time; a test that finds it unbuilt says why.
await ensureWeb();

const folder = join(root, 'node_modules', '.cache');
const report = join(folder, 'vitest.json');
mkdirSync(folder, { recursive: true });
rmSync(report, { force: true });
const code = await runNode(
  [
    ...['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', '--reporter=./scripts/second-try.mjs'],
    ...[`--outputFile.json=${report}`, ...rest],
  ],
  // Of each page one picture at each width; all languages and themes for whoever runs a file of test/web by itself.
  { env: { CUADRO_PHOTOGRAPHS: process.env.CUADRO_PHOTOGRAPHS ?? 'few', ...(long ? { CUADRO_TEST_LONG: '1' } : {}) } },
);

// One plain line that a machine can read; a suite that could not even be loaded counts as a failure.
function count() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const broken = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const { passed, failed, skipped } = count();
for (const line of missing) console.log(`\n${line}`);
if (!checked) console.log('\nThe static checks failed; see above.');
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = code !== 0 ? code : checked && failed === 0 && missing.length === 0 ? 0 : 1;
