import type { Operation } from '../../app/operation.ts';
import type { Language } from '../../i18n/language.ts';
import { restWords } from '../../i18n/rest.ts';
import { restBase } from '../rest/route.ts';
import type { Field } from './fields.ts';
import { html, type Markup } from './html.ts';
import { type ListedOperation, type Listing, listingOf } from './listing.ts';

interface Setting {
  readonly language: Language;
  readonly shapes: ReadonlySet<string>;
}

/** A type with links from the names of shapes to where they are told. */
const typeMarkup = (type: string, { shapes }: Setting): readonly Markup[] =>
  type.split(/(\b[A-Z]\w*)/).map((part) => (shapes.has(part) ? html`<a href="#shape-${part}">${part}</a>` : html`${part}`));

const fieldRow = ({ name, type, required, standard, about }: Field, setting: Setting): Markup => html`<tr>
<th scope="row"><code>${name.split(/(?<=[.\]])/).map((part) => html`${part}<wbr>`)}</code></th>
<td><code>${typeMarkup(type, setting)}</code>${required ? html` <span class="tag">${restWords.required[setting.language]}</span>` : null}${
  standard === null ? null : html` <span class="quiet">${restWords.standard[setting.language]} <code>${standard}</code></span>`
}${about === null ? null : html`<p lang="en">${about}</p>`}</td>
</tr>`;

const fieldTable = (title: string, fields: readonly Field[], setting: Setting): Markup =>
  html`<div class="scroll"><table>
<caption>${title}</caption>
<thead><tr><th scope="col">${restWords.field[setting.language]}</th><th scope="col">${restWords.type[setting.language]}</th></tr></thead>
<tbody>${fields.map((field) => fieldRow(field, setting))}</tbody>
</table></div>`;

const operationPart = ({ id, method, path, summary, permission, takes, gives }: ListedOperation, setting: Setting): Markup => {
  const { language } = setting;
  // What an answer repeats of the question is not worth a reader's time here; the document has it.
  const told = gives.map((field) => ({ ...field, required: false, standard: null }));
  return html`<article id="op-${id}">
<h3><span class="method">${method}</span> <code>${path.split(/(?=\/)/).map((part) => html`${part}<wbr>`)}</code></h3>
<p>${summary} <span class="quiet">${restWords.permission[language]}: <code>${permission}</code></span></p>
${takes.length === 0 ? null : fieldTable(restWords.takes[language], takes, setting)}
<details><summary>${restWords.gives[language]}</summary>${
    told.length === 0 ? html`<p>${restWords.nothing[language]}</p>` : fieldTable(restWords.gives[language], told, setting)
  }</details>
</article>`;
};

const contents = ({ groups }: Listing, language: Language): Markup => html`<nav aria-label="${restWords.contents[language]}"><ul>
${groups.map(
  ({ id, title, operations }) =>
    html`<li><a href="#group-${id}">${title}</a><ul>${operations.map(
      (one) => html`<li><a href="#op-${one.id}"><span class="method">${one.method}</span> ${one.path.slice(restBase.length)}</a></li>`,
    )}</ul></li>`,
)}
<li><a href="#shapes">${restWords.shapes[language]}</a></li>
<li><a href="#errors">${restWords.errors[language]}</a></li>
</ul></nav>`;

/** The readable page of the API: no script, every part with an address of its own. */
export function apiPage(operations: readonly Operation[], language: Language): string {
  const listing = listingOf(operations, language);
  const setting: Setting = { language, shapes: new Set(listing.shapes.map(({ name }) => name)) };
  const other = language === 'en' ? 'es' : 'en';
  const words = (key: keyof typeof restWords): string => restWords[key][language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words('title')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/style.css">
</head>
<body>
<a class="skip" href="#main">${words('skip')}</a>
<header><h1>${words('title')}</h1><a href="/api?lang=${other}" hreflang="${other}" lang="${other}">${words('other')}</a></header>
<div class="columns">
${contents(listing, language)}
<main id="main">
<p>${words('about').replace('{base}', restBase)}</p>
<p>${words('signIn')}</p>
<p>${words('queries')}</p>
<p><a href="${restBase}/openapi.json?lang=${language}">${words('document')}</a></p>
${listing.groups.map(
  ({ id, title, operations: listed }) =>
    html`<section id="group-${id}"><h2>${title}</h2>${listed.map((one) => operationPart(one, setting))}</section>`,
)}
<section id="shapes"><h2>${words('shapes')}</h2>${listing.shapes.map(
    ({ name, type, about, fields }) =>
      html`<article id="shape-${name}"><h3><code>${name}</code></h3>${
        about === null ? null : html`<p lang="en">${about}</p>`
      }${fields.length === 0 ? html`<p><code>${typeMarkup(type, setting)}</code></p>` : fieldTable(name, fields, setting)}</article>`,
  )}</section>
<section id="errors"><h2>${words('errors')}</h2><p>${words('errorsAbout')}</p>
<div class="scroll"><table class="errors">
<thead><tr><th scope="col">${words('code')}</th><th scope="col">${words('status')}</th><th scope="col">${words('meaning')}</th></tr></thead>
<tbody>${listing.errors.map(
    ({ code, status, message, fix }) =>
      html`<tr id="${code}"><th scope="row"><code>${code.split(/(?<=_)/).map((part) => html`${part}<wbr>`)}</code></th><td>${status}</td><td>${message}${fix === '' ? null : html` <span class="quiet">${fix}</span>`}</td></tr>`,
  )}</tbody>
</table></div></section>
</main>
</div>
</body>
</html>
`.text;
}
