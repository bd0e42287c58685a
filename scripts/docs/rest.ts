import { operationList } from '../../src/app/operation-list.ts';
import type { Language } from '../../src/i18n/language.ts';
import { restWords } from '../../src/i18n/rest.ts';
import type { Field } from '../../src/server/openapi/fields.ts';
import { listingOf } from '../../src/server/openapi/listing.ts';
import { restBase } from '../../src/server/rest/route.ts';

/** A cell of a table: bars and tags would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
/** Code in a cell. */
const codeCell = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

function table(fields: readonly Field[], language: Language): readonly string[] {
  const rows = fields.map(({ name, type, required, standard, about }) => {
    const notes = [
      required ? restWords.required[language] : null,
      standard === null ? null : `${restWords.standard[language]} ${codeCell(standard)}`,
      about === null ? null : cell(about),
    ].filter((note) => note !== null);
    return `| ${codeCell(name)} | ${codeCell(type)} | ${notes.join('; ')} |`;
  });
  return [`| ${restWords.field[language]} | ${restWords.type[language]} | |`, '| --- | --- | --- |', ...rows, ''];
}

/** The Markdown page about REST: where each operation stands, what it takes and the errors there are. */
export function restMarkdown(language: Language): string {
  const { groups, errors } = listingOf(operationList, language);
  const words = (key: keyof typeof restWords): string => restWords[key][language];
  const operations = groups.flatMap(({ title, operations: listed }) => [
    `## ${title}`,
    '',
    ...listed.flatMap(({ id, method, path, summary, permission, takes }) => [
      `### ${method} ${path}`,
      '',
      `${summary} ${words('permission')}: \`${permission}\`. \`operationId\`: \`${id}\`.`,
      '',
      ...(takes.length === 0 ? [] : table(takes, language)),
    ]),
  ]);
  return [
    `# ${words('title')}`,
    '',
    words('about').replace('{base}', `\`${restBase}\``),
    '',
    words('signIn'),
    '',
    cell(words('queries')),
    '',
    language === 'es'
      ? 'Un servidor en marcha lo cuenta entero, con lo que devuelve cada operación, en `/api` y, como documento OpenAPI 3.1, en `/api/v1/openapi.json`.'
      : 'A running server tells all of it, with what each operation gives, at `/api` and, as an OpenAPI 3.1 document, at `/api/v1/openapi.json`.',
    '',
    ...operations,
    `## ${words('errors')}`,
    '',
    words('errorsAbout'),
    '',
    `| ${words('code')} | ${words('status')} | ${words('meaning')} |`,
    '| --- | --- | --- |',
    ...errors.map(({ code, status, message }) => `| \`${code}\` | ${status} | ${cell(message)} |`),
    '',
  ].join('\n');
}

/** Where the pages are kept, beside the others. */
export const restFiles: Readonly<Record<Language, URL>> = {
  es: new URL('../../docs/rest.es.md', import.meta.url),
  en: new URL('../../docs/rest.md', import.meta.url),
};
