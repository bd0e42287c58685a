// Builds the web app when it is stale: a hash of everything it is made of is kept beside the result.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './setup.mjs';

const built = join(root, 'dist', 'web');
const stamp = join(root, 'dist', 'web.hash');

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(test\.ts|md)$/.test(entry.name) ? [] : [path];
  });
}

/** Of the sources, what they share with the server, and the versions of what is bundled. */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const path of [...filesBelow('web'), ...filesBelow('src/i18n'), 'package-lock.json'].toSorted()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @returns 0 when dist/web is as the sources say, else what the build ended with */
export async function ensureWeb() {
  const hash = hashOfSources();
  if (existsSync(join(built, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 0;
  console.error('Building the web app…');
  let output = '';
  const args = ['node_modules/vite/bin/vite.js', 'build', '-c', 'web/vite.config.ts', '--logLevel', 'warn'];
  // Vitest's own NODE_ENV would bundle the development build of React.
  const code = await runNode(args, {
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    onOutput: (chunk) => (output += chunk),
  });
  if (code === 0) writeFileSync(stamp, hash);
  else console.error(output);
  return code;
}
