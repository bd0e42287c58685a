import type { Language } from '../../src/i18n/language.ts';
import type { Block, Page, Piece, Text } from './page.ts';
import { wordsOf } from './words.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const piece = (one: Piece): string => {
  if (typeof one === 'string') return escaped(one);
  return 'code' in one ? `<code>${escaped(one.code)}</code>` : `<a href="${one.page}.html">${escaped(one.text)}</a>`;
};

const text = (of: Text): string => (typeof of === 'string' ? escaped(of) : of.map(piece).join(''));

function block(of: Block): string {
  switch (of.kind) {
    case 'heading':
      return `<h2>${escaped(of.text)}</h2>`;
    case 'text':
      return `<p>${escaped(of.text)}</p>`;
    case 'facts':
      return `<dl>${of.rows.map(([term, what]) => `<dt>${escaped(term)}</dt><dd>${text(what)}</dd>`).join('')}</dl>`;
    case 'list':
      return `<ul>${of.items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;
    case 'table':
      return `<div class="scroll"><table><thead><tr>${of.titles.map((title) => `<th scope="col">${escaped(title)}</th>`).join('')}</tr></thead><tbody>${of.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table></div>`;
  }
}

/** The site's one style sheet: light and dark from the same names. */
export const style = `:root{color-scheme:light dark;--paper:#f7f5f0;--ink:#1c2126;--ink-2:#565e66;--rule:#ddd8cd;--accent:#1f4fa3;--soft:#eceae3}
@media (prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#eceae4;--ink-2:#a9afb4;--rule:#31363b;--accent:#8fb2f0;--soft:#262a2e}}
*{box-sizing:border-box}body{margin:0 auto;max-width:920px;padding:24px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums}
header{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:baseline;border-bottom:1px solid var(--rule);padding-bottom:12px}
a{color:var(--accent);text-underline-offset:2px}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1{font-size:26px;line-height:1.2;text-wrap:balance}h2{font-size:18px;margin:32px 0 8px}
dl{display:grid;grid-template-columns:minmax(120px,max-content) 1fr;gap:4px 20px}dt{color:var(--ink-2)}dd{margin:0;overflow-wrap:anywhere}
@media(max-width:560px){dl{grid-template-columns:1fr}dd{margin-bottom:8px}}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:14px}th,td{text-align:left;vertical-align:top;padding:4px 12px 4px 0;border-bottom:1px solid var(--rule)}th{color:var(--ink-2);font-weight:500}
code{background:var(--soft);border-radius:3px;padding:0 4px;font-size:.92em}
.search{margin-left:auto}.search input{font:inherit;padding:4px 8px;width:min(320px,70vw);background:var(--paper);color:var(--ink);border:1px solid var(--ink-2);border-radius:3px}
#found{list-style:none;padding:0;margin:12px 0}#found li{padding:6px 0;border-bottom:1px solid var(--rule)}#found span{color:var(--ink-2);display:block;font-size:14px}`;

/** Words typed are looked for anywhere in a page's text, accents and case aside; the title counts most. */
export const script = `const field=document.querySelector('#search'),list=document.querySelector('#found'),said=document.querySelector('#count');
const plain=(text)=>text.normalize('NFD').replace(/\\p{M}/gu,'').toLowerCase();
const pages=window.cuadroPages.map((page)=>({...page,name:plain(page.title),all:plain(page.title+' '+page.text)}));
field.addEventListener('input',()=>{const words=plain(field.value).split(/\\s+/).filter(Boolean);
const found=words.length===0?[]:pages.filter((page)=>words.every((word)=>page.all.includes(word))).sort((a,b)=>words.filter((word)=>b.name.includes(word)).length-words.filter((word)=>a.name.includes(word)).length).slice(0,20);
list.replaceChildren(...found.map((page)=>{const item=document.createElement('li'),link=document.createElement('a'),note=document.createElement('span');link.href=page.id+'.html';link.textContent=page.title;note.textContent=page.about;item.append(link,note);return item;}));
said.textContent=words.length===0?'':String(found.length);});`;

/** @returns a page of the site; `other` is the language that it is offered in too */
export function toHtml({ id, title, blocks }: Page, language: Language): string {
  const words = wordsOf(language);
  const other = language === 'es' ? 'en' : 'es';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)} · Cuadro</title><link rel="stylesheet" href="../style.css"></head><body>
<header><a href="index.html"><strong>Cuadro</strong> · ${escaped(words.catalogue)}</a><a href="../${other}/${id}.html" lang="${other}" hreflang="${other}">${other === 'es' ? 'Español' : 'English'}</a>
<form class="search" role="search" onsubmit="return false"><label>${escaped(words.search)} <input id="search" type="search" autocomplete="off"></label> <span id="count" role="status"></span></form></header>
<ul id="found" aria-live="polite"></ul><main><h1>${escaped(title)}</h1>
${blocks.map(block).join('\n')}
</main><script src="pages.js"></script><script src="../search.js"></script></body></html>
`;
}

/** All text of a page, to be searched. */
export const textOf = ({ blocks }: Page): string => {
  const plain = (of: Text): string =>
    typeof of === 'string' ? of : of.map((one) => (typeof one === 'string' ? one : 'code' in one ? one.code : one.text)).join('');
  return blocks
    .flatMap((of) => {
      if (of.kind === 'facts') return of.rows.flatMap(([term, what]) => [term, plain(what)]);
      if (of.kind === 'list') return of.items.map(plain);
      return of.kind === 'table' ? [] : [of.text];
    })
    .join(' ');
};
