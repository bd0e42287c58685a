import { mkdir, rm, writeFile } from 'node:fs/promises';
import { configurationFiles, configurationPage } from './configuration.ts';
import { script, style, textOf, toHtml } from './html.ts';
import { folder, languages, markdownFiles, pagesOf, readValues, valuesFile } from './pages.ts';
import { takePictures } from './pictures.ts';
import { restFiles, restMarkdown } from './rest.ts';
import { routesFile, routesModule } from './routes.ts';
import { measureSample } from './sample-values.ts';

const measure = process.argv.includes('--measure');
if (measure) {
  console.log('Making the sample company and asking every KPI…');
  await mkdir(folder, { recursive: true });
  await writeFile(valuesFile, `${JSON.stringify(await measureSample(), null, 2)}\n`);
}
const values = await readValues();

for (const language of languages) await rm(new URL(`${language}/`, folder), { recursive: true, force: true });
const files = markdownFiles(values);
for (const [path, text] of files) {
  const file = new URL(path, folder);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, text);
}

for (const language of languages) await writeFile(restFiles[language], restMarkdown(language));
for (const language of languages) await writeFile(configurationFiles[language], configurationPage(language));
await writeFile(routesFile, routesModule());

const site = new URL('../../dist/docs/', import.meta.url);
await rm(site, { recursive: true, force: true });
await mkdir(site, { recursive: true });
await writeFile(new URL('style.css', site), style);
await writeFile(new URL('search.js', site), script);
await writeFile(
  new URL('index.html', site),
  '<!doctype html><meta charset="utf-8"><title>Cuadro</title><meta http-equiv="refresh" content="0;url=es/index.html"><a href="es/index.html">Español</a> · <a href="en/index.html">English</a>\n',
);
for (const language of languages) {
  const pages = pagesOf(language, values);
  await mkdir(new URL(`${language}/`, site), { recursive: true });
  for (const page of pages) await writeFile(new URL(`${language}/${page.id}.html`, site), toHtml(page, language));
  const index = pages
    .filter(({ id }) => id !== 'index')
    .map((page) => ({
      id: page.id,
      title: page.title,
      about: page.blocks[0]?.kind === 'text' ? page.blocks[0].text : '',
      text: `${page.id} ${textOf(page)}`,
    }));
  await writeFile(new URL(`${language}/pages.js`, site), `window.cuadroPages=${JSON.stringify(index).replaceAll('<', '\\u003c')};\n`);
}
console.log(`${files.size} pages in docs/kpis; the site is dist/docs/index.html`);

if (process.argv.includes('--pictures')) {
  console.log('Photographing the sample company…');
  await takePictures();
}
