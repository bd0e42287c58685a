import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'web', 'src', 'words');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.es.ts') ? [file.slice(0, -'.es.ts'.length)] : []));

/** The same in both languages: abbreviations, names, what is only places. */
const alike = /^(No|KPI|KPIs|CSV|Excel|Marketing|Lead|Total|dd|mm|n|n = \{\{n\}\}|(\W|\{\{\w+\}\})*)$/;

async function wordsOf(name: string, language: 'es' | 'en'): Promise<Readonly<Record<string, string>>> {
  const module: Readonly<Record<string, unknown>> = await import(join(folder, `${name}.${language}.ts`));
  const [words] = Object.values(module);
  if (typeof words !== 'object' || words === null) throw new Error(`${name}.${language}.ts exports no words`);
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, String(text)]));
}

const places = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, place = '']) => place).toSorted();

it('finds the words', () => {
  expect(names.length).toBeGreaterThan(4);
});

describe.each(names)('%s', (name) => {
  it('says the same in both languages, with the same places', async () => {
    const [es, en] = [await wordsOf(name, 'es'), await wordsOf(name, 'en')];
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(es).toSorted());
    for (const [key, text] of Object.entries(es)) expect({ key, places: places(en[key] ?? '') }).toEqual({ key, places: places(text) });
  });

  it('leaves nothing untranslated', async () => {
    const [es, en] = [await wordsOf(name, 'es'), await wordsOf(name, 'en')];
    expect(Object.keys(es).filter((key) => es[key] === en[key] && !alike.test(es[key] ?? ''))).toEqual([]);
  });
});
