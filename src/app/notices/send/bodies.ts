import type { Language } from '../../../i18n/language.ts';
import { noticeLetter } from '../../../i18n/notices.ts';
import type { ShownNotice } from '../inbox.ts';

/** What a channel is told: a notice, or a test. */
export interface Posted {
  readonly notice: Pick<ShownNotice, 'id' | 'kind' | 'at' | 'title' | 'lines' | 'figures' | 'kpi' | 'scope'> | null;
  /** What else it tells of, as of the same cause, with links that lead there. */
  readonly others: readonly { readonly kpi: string | null; readonly scope: string | null; readonly link: string | null }[];
  readonly title: string;
  readonly lines: readonly string[];
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  readonly link: string | null;
  readonly language: Language;
  readonly company: string;
}

/** What a program of one's own gets; `docs/notices.md` says what each field is. */
export const webhookBody = ({ notice, others, title, lines, figures, link, language, company }: Posted, id: string, at: string): string =>
  JSON.stringify({
    type: notice === null ? 'test' : `notice.${notice.kind}`,
    id,
    timestamp: notice?.at ?? at,
    data: { company, language, kpi: notice?.kpi ?? null, scope: notice?.scope ?? null, title, lines, figures, link, others },
  });

/** So many letters, none of them cut in two. */
const cut = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}…`;
};

/** The longest beginning that is no longer than this once it is written with marks of its own. */
function cutWritten(text: string, most: number, written: (text: string) => string): string {
  let [fits, breaks] = [1, text.length + 1];
  while (breaks - fits > 1) {
    const middle = Math.floor((fits + breaks) / 2);
    if (written(cut(text, middle)).length <= most) fits = middle;
    else breaks = middle;
  }
  return written(cut(text, fits));
}

/** Slack's own marks: what people write is shown, never obeyed (`<!channel>` would call everybody). */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Slack's limits (docs.slack.dev, Block Kit): 150 letters of a header, 3000 of a section, ten fields of 2000, 50 blocks. */
const slack = { header: 150, section: 3_000, fields: 10, field: 2_000, blocks: 50 } as const;

export function slackBody({ title, lines, figures, link, language }: Posted): string {
  const section = (text: string) => ({
    type: 'section',
    text: { type: 'mrkdwn', text: cutWritten(text, slack.section, escaped), verbatim: true },
  });
  const fields = figures.slice(0, slack.fields).map(({ name, value }) => ({
    type: 'mrkdwn',
    text: cutWritten(value, slack.field, (shown) => `*${escaped(name)}*\n${escaped(shown)}`),
    verbatim: true,
  }));
  return JSON.stringify({
    text: escaped(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(title, slack.header), emoji: false } },
      // Beside the lines there are three.
      ...lines.slice(0, slack.blocks - 3).map(section),
      ...(fields.length > 0 ? [{ type: 'section', fields }] : []),
      ...(link === null
        ? []
        : [
            {
              type: 'actions',
              elements: [{ type: 'button', text: { type: 'plain_text', text: noticeLetter[language].open, emoji: false }, url: link }],
            },
          ]),
    ],
  });
}

/** Teams reads Markdown in a text block: what people write is shown as it is. */
const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]()#+!|>~-]/g, (mark) => `\\${mark}`);

/** Teams takes messages of some 28 kB; that is of what it makes of a card, so that less is sent. */
const teamsBytes = 20_000;

/** An Adaptive Card in the envelope that «Post to a channel when a webhook request is received» of Power Automate takes. */
export function teamsBody(posted: Posted): string {
  const body = cardBody(posted);
  if (Buffer.byteLength(body) <= teamsBytes || posted.lines.length === 0) return body;
  // What comes last says least, and all of it stands where the link leads.
  const [first = '', ...others] = posted.lines;
  return teamsBody({ ...posted, lines: others.length > 0 ? [first, ...others.slice(0, -1)] : first.length > 500 ? [cut(first, 500)] : [] });
}

function cardBody({ title, lines, figures, link, language }: Posted): string {
  const block = (text: string, more: object = {}) => ({ type: 'TextBlock', text: plain(text), wrap: true, ...more });
  return JSON.stringify({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          lang: language,
          fallbackText: title,
          body: [
            block(title, { size: 'Medium', weight: 'Bolder', style: 'heading' }),
            ...lines.map((line) => block(line)),
            ...(figures.length > 0
              ? [{ type: 'FactSet', facts: figures.map(({ name, value }) => ({ title: name, value: plain(value) })) }]
              : []),
          ],
          ...(link === null ? {} : { actions: [{ type: 'Action.OpenUrl', title: noticeLetter[language].open, url: link }] }),
        },
      },
    ],
  });
}
