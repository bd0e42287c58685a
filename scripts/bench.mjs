// npm run bench: measures what the speed targets speak of; see bench/README.md for its options.
import { ensureInstalled, runNode } from './setup.mjs';

ensureInstalled({ dev: true });
process.exitCode = await runNode(['bench/main.ts', ...process.argv.slice(2)]);
