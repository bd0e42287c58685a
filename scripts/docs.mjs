// npm run docs: writes docs/kpis from the catalogue and builds the site in dist/docs; --measure asks the sample company anew first,
// --pictures photographs it for the READMEs.
import { ensureInstalled, runNode } from './setup.mjs';

ensureInstalled({ dev: true });
process.exitCode = await runNode(['scripts/docs/main.ts', ...process.argv.slice(2)]);
