// The static checks: types, style, boundaries between folders, dead code.
import { missingPackages, runNode } from './setup.mjs';

const checks = [
  { name: 'types (tsc)', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'types of the web (tsc)', args: ['node_modules/typescript/bin/tsc', '-p', 'web'] },
  { name: 'style (biome)', args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  {
    name: 'boundaries (dependency-cruiser)',
    args: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', 'src', 'test', 'web/src'],
  },
  { name: 'dead code (knip)', args: ['node_modules/knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors'] },
];

async function run({ name, args }) {
  const began = performance.now();
  let output = '';
  const code = await runNode(args, { stdio: ['ignore', 'pipe', 'pipe'], onOutput: (chunk) => (output += chunk) });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}, ${seconds} s`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

/** @returns whether all passed; each prints one line, and its findings when it fails. */
export async function runChecks() {
  if (missingPackages({ dev: true }).length > 0) throw new Error('set-up first');
  const results = await Promise.all(checks.map(run));
  return results.every(Boolean);
}
