import type { Board, BoardCell, BoardKpi } from '../../app/board.ts';
import { version } from '../../app/version.ts';
import { formatChange, formatDay, formatPeriod, formatValue, type Writer } from '../../i18n/format.ts';
import { type Language, localeFor } from '../../i18n/language.ts';
import { pageWords } from '../../i18n/page.ts';
import { reasonWords } from '../../i18n/reasons.ts';
import { html, type Markup } from './html.ts';
import { sparkline } from './sparkline.ts';

interface Page {
  readonly language: Language;
  readonly writer: Writer;
}

function layout(language: Language, title: string, head: Markup | null, body: Markup): string {
  const words = pageWords(language);
  const other = language === 'en' ? 'es' : 'en';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">${head}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header><h1>Cuadro</h1><p>${title}</p><nav aria-label="${words.language}"><a href="/?lang=${other}" hreflang="${other}" lang="${other}">${words.other}</a></nav></header>
<main id="main">${body}</main>
<footer>${words.footer.replace('{version}', version)}</footer>
</body>
</html>
`.text;
}

/** The page shown while the figures are being computed; it asks again by itself. */
export function workingPage(language: Language, name: string): string {
  const words = pageWords(language);
  return layout(
    language,
    name,
    html`<meta http-equiv="refresh" content="2">`,
    html`<p class="lead" role="status">${words.working}</p><p class="small">${words.workingWhy}</p>`,
  );
}

/** What someone sees who may not see the figures. */
export function closedPage(language: Language): string {
  const words = pageWords(language);
  return layout(language, 'Cuadro', null, html`<p class="lead" role="status">${words.closed}</p><p class="small">${words.closedWhy}</p>`);
}

export function troublePage(language: Language, message: string, fix: string | null): string {
  return layout(language, 'Cuadro', null, html`<p class="lead" role="alert">${message}</p><p>${fix}</p>`);
}

/** Whether the change is good or bad for the KPI, always word and sign and colour. A cohort that is not mature yet, or few cases, give none. */
function verdict({ kpi, move }: BoardKpi, cell: BoardCell, { language, writer }: Page): Markup | null {
  const words = pageWords(language);
  const { comparison } = cell;
  if (!comparison || comparison.change === null || move === 'unknown') return null;
  const { change, relative } = comparison;
  const text = formatChange(change, relative, kpi.unit, writer);
  if (change === 0) return html`<span class="tag">＝ ${words.same}</span>`;
  if (move === 'noise') return html`<span class="tag">≈ ${text} · ${words.noise}</span>`;
  const rises = change > 0;
  const arrow = rises ? '▲' : '▼';
  // Too little to judge, though more than chance can be told of what has no interval.
  const isJudged = (kpi.direction === 'up' || kpi.direction === 'down') && move !== 'steady';
  if (!isJudged) return html`<span class="tag">${arrow} ${text} · ${rises ? words.up : words.down}</span>`;
  const good = rises === (kpi.direction === 'up');
  return html`<span class="tag ${good ? 'good' : 'bad'}">${arrow} ${text} · ${good ? words.better : words.worse}</span>`;
}

function figures({ kpi, cells }: BoardKpi, { language, writer }: Page): Markup {
  const words = pageWords(language);
  const shown = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : formatValue(value, kpi.unit, writer);
  return html`<details><summary>${words.figures}</summary><div class="scroll" tabindex="0" role="region" aria-label="${kpi.name[language]}"><table><thead><tr><th scope="col">${words.period}</th><th scope="col">${words.value}</th><th scope="col">n</th><th scope="col">${words.interval}</th></tr></thead><tbody>${cells.map(
    (cell) =>
      html`<tr><td>${formatPeriod(cell.period, kpi.grain, writer)}</td><td>${cell.value === null ? words.states[cell.state] || '–' : shown(cell.value)}</td><td>${new Intl.NumberFormat(writer.locale).format(cell.n)}</td><td>${cell.ci ? `${shown(cell.ci[0])} – ${shown(cell.ci[1])}` : ''}</td></tr>`,
  )}</tbody></table></div></details>`;
}

function card(one: BoardKpi, page: Page): Markup {
  const words = pageWords(page.language);
  const { kpi, cells } = one;
  const cell = cells.at(-1);
  const state = cell ? (words.states[cell.state] ?? cell.state) : (words.states.no_data ?? '');
  const value = cell?.value ?? null;
  const spark = sparkline(cells.map((point) => ({ value: point.value, low: point.ci?.[0] ?? null, high: point.ci?.[1] ?? null })));
  const interval =
    cell?.ci && value !== null
      ? `${words.interval}: ${formatValue(cell.ci[0], kpi.unit, page.writer)} – ${formatValue(cell.ci[1], kpi.unit, page.writer)}`
      : '\u00a0';
  const why = reasonWords(
    (cell?.reasons ?? []).filter((reason) => reason !== cell?.state),
    page.language,
  );
  return html`<li class="card" id="${kpi.id}"><h3>${kpi.name[page.language]}</h3>
<div class="value${value === null ? ' none' : ''}">${value === null ? state : formatValue(value, kpi.unit, page.writer)}</div>
<div class="tags">${cell ? verdict(one, cell, page) : null}${value !== null && state !== '' && cell?.state !== 'zero' ? html`<span class="tag warn">${state}</span>` : null}</div>
${spark ?? html`<div class="nospark"></div>`}
<p class="small">${one.group === null ? '' : `${one.group} · `}${cell ? `${formatPeriod(cell.period, kpi.grain, page.writer)} · n = ${new Intl.NumberFormat(page.writer.locale).format(cell.n)}` : '\u00a0'}<br>${interval}${why === '' ? null : html`<br>${why}`}</p>
${figures(one, page)}</li>`;
}

/** Every KPI of the workspace as cards by area; those that lack data are listed with what they lack. */
export function boardPage(board: Board, language: Language): string {
  const words = pageWords(language);
  const page: Page = { language, writer: { locale: localeFor(language, board.locale), currency: board.currency } };
  const until = board.kpis
    .flatMap(({ cells }) => cells.map(({ period }) => period.end))
    .toSorted()
    .at(-1);
  const areas = [...Map.groupBy(board.kpis, ({ kpi }) => kpi.area)];
  const nameOf = (area: string): string => words.areas[area] ?? area;
  const lead =
    board.kpis.length === 0 || until === undefined
      ? words.empty
      : words.lead
          .replace('{count}', String(board.kpis.length))
          .replace('{name}', board.name)
          .replace('{until}', formatDay(until, page.writer));
  const sections = areas.map(
    ([area, kpis]) =>
      html`<section aria-labelledby="area-${area}"><h2 id="area-${area}">${nameOf(area)}</h2><ul class="grid">${kpis.map((one) => card(one, page))}</ul></section>`,
  );
  const failed =
    board.failed.length === 0
      ? null
      : html`<section><h2>${words.trouble}</h2><ul class="missing">${board.failed.map(({ kpi, code }) => html`<li>${kpi.name[language]}: ${code}</li>`)}</ul></section>`;
  const missing =
    board.missing.length === 0
      ? null
      : html`<section aria-labelledby="missing"><h2 id="missing">${words.notYet}</h2><p class="small">${words.notYetWhy}</p><ul class="missing">${board.missing.map(
          (kpi) => html`<li>${kpi.name[language]}<br><span class="small">${words.lacks} ${kpi.missing.join(', ')}</span></li>`,
        )}</ul></section>`;
  const nav = html`<nav aria-label="${words.sections}"><ul>${areas.map(([area]) => html`<li><a href="#area-${area}">${nameOf(area)}</a></li>`)}</ul></nav>`;
  return layout(
    language,
    board.name,
    null,
    html`<p class="lead">${lead}</p>${areas.length > 1 ? nav : null}${sections}${failed}${missing}`,
  );
}
