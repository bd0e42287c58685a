// npm start: installs what is missing, makes the sample company where no workspace is, and serves it.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureInstalled, root, runNode } from './setup.mjs';
import { ensureWeb } from './web.mjs';

ensureInstalled({ dev: false });

// Without it the server still answers; it says what is missing.
await ensureWeb();

const args = process.argv.slice(2);
const at = args.findIndex((argument) => argument === '--data' || argument.startsWith('--data='));
const given = at < 0 ? process.env.CUADRO_DATA : args[at].startsWith('--data=') ? args[at].slice('--data='.length) : args[at + 1];
const workspace = resolve(root, given || 'cuadro-data');
const main = join('src', 'cli', 'main.ts');

if (!existsSync(join(workspace, 'cuadro.yaml'))) {
  const code = await runNode([main, 'demo', '--data', workspace]);
  if (code !== 0) process.exit(code);
}
const others = at < 0 ? args : args.toSpliced(at, args[at].startsWith('--data=') ? 1 : 2);
process.exitCode = await runNode([main, 'serve', '--data', workspace, ...others]);
