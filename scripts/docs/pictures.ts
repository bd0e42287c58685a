import { mkdtempSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cuadro } from '../../test/cli/run.ts';
import { serveFolder } from '../../test/web/serve.ts';
import { openBrowser, visit } from '../../test/web/visit.ts';

const folder = new URL('../../docs/images/', import.meta.url);

/** What READMEs show: the page, and how much of it from the top. */
const pictures = [
  { name: 'board', path: '/', height: 1000 },
  { name: 'kpi', path: '/kpis/avg_resolution_time', height: 1100 },
  { name: 'funnel', path: '/funnel', height: 1000 },
  { name: 'customers', path: '/customers', height: 1000 },
] as const;

/** Photographs the sample company, in each language, for the READMEs. */
export async function takePictures(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const cwd = mkdtempSync(join(tmpdir(), 'cuadro-pictures-'));
  const { code, stderr } = await cuadro(cwd, ['demo', '--until', '2026-06-30', '--json']);
  if (code !== 0) throw new Error(stderr);
  const served = await serveFolder(cwd);
  const browser = await openBrowser();
  try {
    for (const language of ['es', 'en'] as const) {
      for (const { name, path, height } of pictures) {
        const { page, close } = await visit(browser, `${served.url}${path}`, { language, width: 1280 });
        await page.setViewportSize({ width: 1280, height });
        await page.screenshot({ path: fileURLToPath(new URL(`${name}.${language}.png`, folder)), animations: 'disabled' });
        await close();
      }
    }
  } finally {
    await browser.close();
    await served.close();
  }
}
