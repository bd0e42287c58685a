// npm run check: the static checks alone.
import { runChecks } from './checks.mjs';
import { ensureInstalled } from './setup.mjs';

ensureInstalled({ dev: true });
process.exitCode = (await runChecks()) ? 0 : 1;
