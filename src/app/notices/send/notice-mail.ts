import { fill } from '../../../i18n/cli.ts';
import type { Language } from '../../../i18n/language.ts';
import { noticeLetter } from '../../../i18n/notices.ts';
import { publicLink } from '../../people/link.ts';
import type { Message } from '../../people/mail/send.ts';
import type { Member } from '../../people/member.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ShownNotice } from '../inbox.ts';
import { type Unsubscribed, unsubscribeToken } from '../unsubscribe.ts';
import { escapeHtml, htmlPage, linkHtml } from './html.ts';

export const preferencesPath = '/settings?tab=notices';
export const unsubscribePath = (token: string): string => `/unsubscribe/${token}`;

/** How somebody stops what a message is part of: the headers of one click (RFC 8058), the link, its words. */
export async function unsubscribing(workspace: Workspace, member: Pick<Member, 'id'>, what: Unsubscribed) {
  const link = publicLink(workspace, unsubscribePath(await unsubscribeToken(workspace, member.id, what)));
  return { link, headers: { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } };
}

/** A notice as a message: its words as the reader may know them. */
export async function noticeMail(
  workspace: Workspace,
  {
    member,
    notice,
    language,
    id,
  }: { readonly member: Member; readonly notice: ShownNotice; readonly language: Language; readonly id: string },
): Promise<Message> {
  const words = noticeLetter[language];
  const { name } = workspace.settings;
  const { link: stop, headers } = await unsubscribing(workspace, member, 'mail');
  const link = notice.path === null ? null : publicLink(workspace, notice.path);
  const preferences = publicLink(workspace, preferencesPath);
  const figures = notice.figures.map((one) => `${one.name}: ${one.value}`);
  const why = fill(words.why, { name });
  const text = [
    notice.title,
    ...notice.lines,
    ...(figures.length > 0 ? [figures.join('\n')] : []),
    ...(link === null ? [] : [`${words.open}:\n${link}`]),
    ['--', why, `${words.preferences}: ${preferences}`, `${words.unsubscribe}: ${stop}`].join('\n'),
  ].join('\n\n');
  const html = htmlPage(language, notice.title, [
    `<h1 style="font-size:20px;line-height:1.3;margin:0 0 12px">${escapeHtml(notice.title)}</h1>`,
    ...notice.lines.map((line) => `<p style="margin:0 0 12px;white-space:pre-line">${escapeHtml(line)}</p>`),
    ...(notice.figures.length > 0
      ? [
          `<table role="presentation" style="border-collapse:collapse;margin:0 0 12px">${notice.figures
            .map(
              (one) => `<tr><td style="padding:2px 16px 2px 0">${escapeHtml(one.name)}</td><td><b>${escapeHtml(one.value)}</b></td></tr>`,
            )
            .join('')}</table>`,
        ]
      : []),
    ...(link === null ? [] : [`<p style="margin:0 0 24px">${linkHtml(link, words.open)}</p>`]),
    `<p style="font-size:13px;margin:24px 0 0">${escapeHtml(why)}<br>${linkHtml(preferences, words.preferences)} · ${linkHtml(stop, words.unsubscribe)}</p>`,
  ]);
  return {
    to: member.email,
    subject: `${notice.title} · ${name}`,
    text: `${text}\n`,
    html,
    id,
    headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
  };
}
