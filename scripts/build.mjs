// npm run build: installs what is missing and builds the web app, without starting anything: for whoever installs a server.
import { ensureInstalled } from './setup.mjs';
import { ensureWeb } from './web.mjs';

ensureInstalled({ dev: false });
process.exitCode = await ensureWeb();
