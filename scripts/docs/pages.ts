import { readFile } from 'node:fs/promises';
import type { Language } from '../../src/i18n/language.ts';
import { kpis } from '../../src/kpis/catalogue.ts';
import { kpiPage, summaryPage } from './kpi-page.ts';
import { toMarkdown } from './markdown.ts';
import type { Page } from './page.ts';
import type { SampleValues } from './sample-values.ts';

export const languages: readonly Language[] = ['es', 'en'];
/** Where the pages are kept, and the values that they show. */
export const folder = new URL('../../docs/kpis/', import.meta.url);
export const valuesFile = new URL('sample-values.json', folder);

/** The sample company’s values as they were last measured. */
export const readValues = async (): Promise<SampleValues> => JSON.parse(await readFile(valuesFile, 'utf8'));

/** Every page of one language: the table, then each KPI. */
export const pagesOf = (language: Language, values: SampleValues): readonly Page[] => [
  summaryPage(language, kpis, values),
  ...[...kpis.values()].map((kpi) => kpiPage(kpi, language, kpis, values[kpi.id])),
];

/** The Markdown files by their path under `folder`. The table is called README, so that a folder opened on the web shows it. */
export const markdownFiles = (values: SampleValues): ReadonlyMap<string, string> =>
  new Map(
    languages.flatMap((language) =>
      pagesOf(language, values).map((page) => [`${language}/${page.id === 'index' ? 'README' : page.id}.md`, toMarkdown(page)] as const),
    ),
  );
