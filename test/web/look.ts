// node test/web/look.ts http://127.0.0.1:4321/kpis/roi NAME [es|en] [light|dark] [width]
// Opens a page of a running Cuadro, says what is wrong with it and keeps its picture in dist/screenshots. For people who build pages.
import { openBrowser, photograph, scrollsSideways, violations, visit } from './visit.ts';

const [url = 'http://127.0.0.1:4477/', name = 'page', language = 'es', theme = 'light', width = '1440'] = process.argv.slice(2);
const look = { language: language === 'en' ? 'en' : 'es', theme: theme === 'dark' ? 'dark' : 'light', width: Number(width) } as const;
const browser = await openBrowser();
const { page, troubles } = await visit(browser, url, look);
console.log(await photograph(page, name, look));
for (const trouble of troubles) console.log(trouble);
for (const violation of await violations(page)) console.log(`axe: ${violation}`);
if (await scrollsSideways(page)) console.log('scrolls sideways');
await browser.close();
