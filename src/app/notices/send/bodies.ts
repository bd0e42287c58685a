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

/** Slack's own marks: what people write is shown, never obeyed (`<!channel>` would call everybody). */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Slack's limits: 150 letters of a header, 3000 of a section, ten fields. */
export function slackBody({ title, lines, figures, link, language }: Posted): string {
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text: escaped(text).slice(0, 2_900), verbatim: true } });
  const fields = figures
    .slice(0, 10)
    .map(({ name, value }) => ({ type: 'mrkdwn', text: `*${escaped(name)}*\n${escaped(value)}`, verbatim: true }));
  return JSON.stringify({
    text: escaped(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title.slice(0, 150), emoji: false } },
      ...lines.map(section),
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

/** An Adaptive Card in the envelope that «Post to a channel when a webhook request is received» of Power Automate takes. */
export function teamsBody({ title, lines, figures, link, language }: Posted): string {
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
