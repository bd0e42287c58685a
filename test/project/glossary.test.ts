import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { glossary, shownTerm } from '../../src/kpis/glossary.ts';
import { terms } from '../../src/model/glossary.ts';
import { settingsSchema } from '../../src/model/settings.ts';

const usual = settingsSchema.parse({});

test.each([
  ['es', 'glossary.es.md'],
  ['en', 'glossary.md'],
] as const)('the glossary’s page in %s tells every meaning in the same words', async (language, file) => {
  const page = await readFile(new URL(`../../docs/${file}`, import.meta.url), 'utf8');
  for (const term of terms) {
    const { name, setting, value, means, others } = shownTerm(term, usual, language);
    expect(page).toContain(`## ${name}\n${glossary[term].conflict[language]}\n`);
    expect(page).toContain(`\`${setting}\``);
    expect(page).toMatch(new RegExp(`\`${value}\` \\([a-z ]+\\) \\| ${RegExp.escape(means)}`));
    for (const other of others) expect(page).toContain(`| \`${other.value}\` | ${other.means} |`);
  }
});
