import '@fontsource-variable/ibm-plex-sans/wght.css';
import '../look/tokens.css';
import '../look/base.css';
import { askEarly } from '../api/early.ts';
import { reloadOnNewDeploy } from '../frame/trouble/new-deploy.ts';
import { fetchFiles } from './files.ts';
import { firstPageAt } from './first-page.ts';
import { framed } from './frame.ts';
import { painted, turn } from './turn.ts';

/** As long as the application waits at most for the beginning of its page, which is drawn without it. */
const patience = 600;

/** Draws how the page begins as soon as its figures are there, which is long before a phone has read the application. */
async function drawFirst(): Promise<void> {
  const asked = askEarly('session', {});
  // Who has not signed in is not told of the company.
  void asked.then(({ kind }) => (kind === 'nobody' ? null : askEarly('company', {}))).catch(() => null);
  const page = firstPageAt(window.location);
  if (!page) return;
  const session = await asked;
  // What is refused is the application's to tell.
  if (session.kind === 'nobody' || !session.permissions.includes('kpi.read')) return;
  const content = await page(session);
  const root = document.getElementById('root');
  if (content && root?.querySelector('.boot')) root.replaceChildren(framed(session, content));
}

/** The application, a library at a time: each is read in a turn of its own. */
async function begin(): Promise<void> {
  await Promise.race([drawFirst().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, patience))]);
  await painted();
  // Not before: on a phone's line the application would come in the way of its own first words.
  fetchFiles(window.location.pathname);
  await import('react-dom/client');
  await turn();
  await import('../api/query-client.ts');
  await turn();
  await import('../router.tsx');
  await turn();
  const { start } = await import('../main.tsx');
  await turn();
  await start();
}

reloadOnNewDeploy();
void begin();
