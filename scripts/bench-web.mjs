// npm run bench:web: how fast the web application is in a browser; see bench/README.md for its options.
import { ensureInstalled, runNode } from './setup.mjs';

ensureInstalled({ dev: true });
process.exitCode = await runNode(['bench/web/main.ts', ...process.argv.slice(2)]);
