import { type DigestOutput, digestOperation } from '../../app/operations/digest.ts';
import { type NoticesOutput, noticesOperation, readNoticesOperation } from '../../app/operations/notices.ts';
import { fill } from '../../i18n/cli.ts';
import { digestWords } from '../../i18n/digest.ts';
import { dateFormat } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { noticeNotes } from '../../i18n/notices.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';

export const notices: Command = {
  name: 'notices',
  words: {
    es: 'Muestra los avisos de la empresa: alertas, recuperaciones, lo que vence. Con --read los da por leídos.',
    en: "Shows the company's notices: alerts, recoveries, what falls due. --read marks them as read.",
  },
  arguments: noArguments,
  options: {
    unread: { kind: 'flag', words: { es: 'solo los que no se han leído', en: 'only those not read yet' } },
    read: { kind: 'value', value: 'ID|all', words: { es: 'da por leído este, o todos', en: 'mark this one as read, or all' } },
    digest: {
      kind: 'flag',
      words: { es: 'muestra el resumen: qué ha cambiado y qué hacer', en: 'show the digest: what has changed and what to do' },
    },
    limit: { kind: 'value', value: 'N', words: { es: 'cuántos mostrar (50)', en: 'how many to show (50)' } },
  },
  examples: ['cuadro notices', 'cuadro notices --unread', 'cuadro notices --digest', 'cuadro notices --read all'],
  run: async (call) => {
    const { values, flags } = call.options;
    const words = noticeNotes[call.language];
    const read = values.get('read');
    if (read !== undefined) {
      const output = await call.run(readNoticesOperation, { ids: read === 'all' ? null : [read] });
      if (call.json) call.printJson(output);
      else call.print(words.marked);
      return 0;
    }
    if (flags.has('digest')) {
      const output = await call.run(digestOperation, { language: call.language });
      if (call.json) call.printJson(output);
      else call.print(digestText(output, call.language));
      return 0;
    }
    const limit = values.get('limit');
    if (limit !== undefined && !/^[1-9]\d{0,2}$/.test(limit))
      throw new CuadroError({
        code: 'option_invalid',
        where: '--limit',
        found: limit,
        expected: '1 … 200',
        params: { command: 'notices' },
      });
    const output = await call.run(noticesOperation, {
      unread: flags.has('unread'),
      language: call.language,
      ...(limit === undefined ? {} : { limit: Number(limit) }),
    });
    if (call.json) call.printJson(output);
    else call.print(text(call, output));
    return 0;
  },
};

function digestText({ items, course, notices: { unread } }: DigestOutput, language: Language): string {
  const words = digestWords[language];
  const told = items.map(({ name, value, change, aim, period, says, next }, index) =>
    [
      `${index + 1}. ${[`${name}: ${value}`, ...[change, aim].flatMap((one) => one ?? []), period].join(' · ')}`,
      ...(says === null ? [] : [`   ${says}`]),
      ...(next === null ? [] : [`   ${fill(words.next, { next })}`]),
    ].join('\n'),
  );
  const rest = [...(course === null ? [] : [course.says]), ...(unread === 0 ? [] : [`${words.notices}: ${unread}`])];
  return [...(told.length === 0 ? [words.nothing] : told), ...rest].join('\n\n');
}

function text({ language, writer }: Call, { unread, notices: all }: NoticesOutput): string {
  const words = noticeNotes[language];
  if (all.length === 0) return words.empty;
  const moment = dateFormat(writer.locale, { dateStyle: 'short', timeStyle: 'short' });
  const { columns } = words;
  const rows = all.map(({ id, at, read, title, figures }) => [
    moment.format(new Date(at)),
    read ? title : `* ${title}`,
    figures.map(({ name, value }) => `${name}: ${value}`).join(' · '),
    id,
  ]);
  const shown = table(
    [{ title: columns.when }, { title: columns.what, max: 70 }, { title: columns.figures, max: 60 }, { title: columns.id }],
    rows,
  );
  return `${shown}\n\n${fill(words.unread, { count: String(unread) })}`;
}
