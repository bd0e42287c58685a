import { fill } from '../../../i18n/cli.ts';
import { digestSubject, digestWords } from '../../../i18n/digest.ts';
import type { Language } from '../../../i18n/language.ts';
import { noticeLetter } from '../../../i18n/notices.ts';
import type { DigestOutput } from '../../operations/digest.ts';
import { publicLink } from '../../people/link.ts';
import type { Message, Picture } from '../../people/mail/send.ts';
import type { Member } from '../../people/member.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { linePicture } from '../digest/line-picture.ts';
import { escapeHtml, htmlPage, linkHtml } from './html.ts';
import { preferencesPath, unsubscribing } from './notice-mail.ts';

export const inboxPath = '/notices';

type Item = DigestOutput['items'][number];

/** As it is shown: the picture itself has twice as many pixels. */
const shown = { width: 560, height: 100 } as const;

const headOf = ({ name, value, change, aim, period }: Item): string =>
  [`${name}: ${value}`, ...[change, aim].flatMap((one) => one ?? []), period].join(' · ');

interface Pictured {
  readonly item: Item;
  readonly picture: Picture | null;
}

const pictured = (item: Item, id: string): Pictured => {
  const png =
    item.alt === null ? null : linePicture({ values: item.points.map(({ value }) => value), usual: item.usual, aim: item.target });
  return { item, picture: png && { cid: `${item.kpi}.${id}@cuadro`, name: `${item.kpi}.png`, png } };
};

/** A digest as a message: text, the same with its form, and a picture of each series within it. */
export async function digestMail(
  workspace: Workspace,
  {
    member,
    digest,
    language,
    id,
    since,
  }: {
    readonly member: Member;
    readonly digest: DigestOutput;
    readonly language: Language;
    readonly id: string;
    readonly since: string | null;
  },
): Promise<Message> {
  const words = digestWords[language];
  const letter = noticeLetter[language];
  const { name } = workspace.settings;
  const { link: stop, headers } = await unsubscribing(workspace, member, 'digest');
  const link = (path: string): string => publicLink(workspace, path);
  const preferences = link(preferencesPath);
  const intro = since === null ? words.first : fill(words.since, { day: since });
  const why = fill(letter.why, { name });
  const { items, course, notices } = digest;
  const more = notices.unread - notices.latest.length;
  const all = items.map((item) => pictured(item, id));
  const plain = [
    intro,
    ...items.map((item, index) =>
      [
        `${index + 1}. ${headOf(item)}`,
        ...(item.says === null ? [] : [item.says]),
        ...(item.next === null ? [] : [fill(words.next, { next: item.next })]),
        ...(item.alt === null ? [] : [item.alt]),
        link(item.path),
      ].join('\n'),
    ),
    ...(course === null ? [] : [`${words.course}\n${course.says}`]),
    ...(notices.unread === 0
      ? []
      : [
          [
            words.notices,
            ...notices.latest.map(({ title }) => `- ${title}`),
            ...(more > 0 ? [fill(words.more, { count: String(more) })] : []),
            link(inboxPath),
          ].join('\n'),
        ]),
    ['--', why, `${words.change}: ${preferences}`, `${letter.unsubscribeDigest}: ${stop}`].join('\n'),
  ].join('\n\n');
  const subject = digestSubject(name, items.length, notices.unread, language);
  const html = htmlPage(language, subject, [
    `<h1 style="font-size:22px;line-height:1.3;margin:0 0 8px">${escapeHtml(name)}</h1>`,
    `<p style="margin:0 0 24px">${escapeHtml(intro)}</p>`,
    ...all.map((one) => itemHtml(one, language, link(one.item.path))),
    ...(course === null
      ? []
      : [`<h2 style="font-size:18px;margin:0 0 4px">${words.course}</h2><p style="margin:0 0 24px">${escapeHtml(course.says)}</p>`]),
    ...(notices.unread === 0 ? [] : [noticesHtml(digest, language, link)]),
    `<p style="font-size:13px;margin:24px 0 0">${escapeHtml(why)}<br>${linkHtml(preferences, words.change)} · ${linkHtml(stop, letter.unsubscribeDigest)}</p>`,
  ]);
  return {
    to: member.email,
    subject,
    text: `${plain}\n`,
    html,
    pictures: all.flatMap(({ picture }) => picture ?? []),
    id,
    headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
  };
}

function itemHtml({ item, picture }: Pictured, language: Language, href: string): string {
  const words = digestWords[language];
  const facts = [item.change, item.aim, item.period].flatMap((one) => one ?? []);
  return [
    '<div style="margin:0 0 32px">',
    `<h2 style="font-size:18px;line-height:1.3;margin:0">${escapeHtml(item.name)}</h2>`,
    `<p style="margin:0"><b style="font-size:24px">${escapeHtml(item.value)}</b> &nbsp;${escapeHtml(facts.join(' · '))}</p>`,
    ...(picture
      ? [
          `<img src="cid:${escapeHtml(picture.cid)}" width="${shown.width}" height="${shown.height}" alt="${escapeHtml(item.alt ?? '')}" style="display:block;width:100%;max-width:${shown.width}px;height:auto;margin:8px 0">`,
        ]
      : []),
    ...(item.says === null ? [] : [`<p style="margin:0 0 4px">${escapeHtml(item.says)}</p>`]),
    ...(item.next === null ? [] : [`<p style="margin:0 0 4px">${escapeHtml(fill(words.next, { next: item.next }))}</p>`]),
    `<p style="margin:0">${linkHtml(href, fill(words.open, { name: item.name }))}</p>`,
    '</div>',
  ].join('\n');
}

function noticesHtml({ notices }: DigestOutput, language: Language, link: (path: string) => string): string {
  const words = digestWords[language];
  const more = notices.unread - notices.latest.length;
  const lines = notices.latest.map(({ title, path }) => `<li>${path === null ? escapeHtml(title) : linkHtml(link(path), title)}</li>`);
  return [
    `<h2 style="font-size:18px;margin:0 0 4px">${words.notices}</h2>`,
    `<ul style="margin:0;padding-left:20px">${lines.join('')}</ul>`,
    ...(more > 0 ? [`<p style="margin:0">${escapeHtml(fill(words.more, { count: String(more) }))}</p>`] : []),
    `<p style="margin:0 0 24px">${linkHtml(link(inboxPath), words.inbox)}</p>`,
  ].join('\n');
}
