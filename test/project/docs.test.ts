import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { folder, languages, markdownFiles, readValues } from '../../scripts/docs/pages.ts';
import { kpis } from '../../src/kpis/catalogue.ts';

const hint = 'run npm run docs';

test('the pages in docs/kpis are those of the catalogue', async () => {
  const files = markdownFiles(await readValues());
  const kept = (
    await Promise.all(
      languages.map(async (language) => (await readdir(new URL(`${language}/`, folder))).map((file) => `${language}/${file}`)),
    )
  ).flat();
  expect(kept.toSorted(), hint).toEqual([...files.keys()].toSorted());
  for (const [path, text] of files) expect((await readFile(new URL(path, folder), 'utf8')) === text, `${path}: ${hint}`).toBe(true);
});

test('every KPI has a value in the sample company', async () => {
  const values = await readValues();
  expect([...kpis.keys()].filter((id) => typeof values[id]?.value !== 'number')).toEqual([]);
});

/** Texts that may be the same in both languages: symbols and names. */
const same = /^[^a-z]*$|^(NPS|CSAT|CES|ROI|CAC|LTV|DSO|CLV|SMS|CPL|CPA|ROMI|CRM)/i;

test('no text is missing in either language, and none is the same in both', () => {
  const wrong = [...kpis.values()].flatMap(({ id, texts }) =>
    Object.entries(texts.es).flatMap(([part, spanish]) => {
      const english: unknown = Reflect.get(texts.en, part);
      if (spanish.trim() === '' || typeof english !== 'string' || english.trim() === '') return [`${id}.${part} is empty`];
      return spanish === english && !same.test(spanish) ? [`${id}.${part} is the same`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});
