// npm run bench:server: what the server answers a second, and how soon; see bench/README.md for its options.
import { ensureInstalled, runNode } from './setup.mjs';

ensureInstalled({ dev: true });
process.exitCode = await runNode(['bench/server/main.ts', ...process.argv.slice(2)]);
