import { readFile } from 'node:fs/promises';
import { type NoticeKind, noticeKinds } from '../../app/notices/notice.ts';
import {
  type ChannelsOutput,
  channelsOperation,
  removeChannelOperation,
  saveChannelOperation,
  testChannelOperation,
} from '../../app/operations/channels.ts';
import { fill } from '../../i18n/cli.ts';
import { dateFormat } from '../../i18n/formats.ts';
import { noticeNotes } from '../../i18n/notices.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { given, oneOf } from '../query-options.ts';

const kinds = ['webhook', 'slack', 'teams'] as const;
const languages = ['es', 'en'] as const;
const amounts = ['shown', 'hidden'] as const;

export const channels: Command = {
  name: 'channels',
  words: {
    es: 'Muestra los canales por los que salen avisos (webhook, Slack, Teams) y cómo va lo que sale. Con --save da uno de alta o lo cambia, con --test lo prueba, con --remove lo quita.',
    en: 'Shows the channels that notices go out by (webhook, Slack, Teams) and how what goes out is doing. --save sets one up or changes it, --test tries it, --remove removes it.',
  },
  arguments: noArguments,
  options: {
    save: { kind: 'value', value: 'NOMBRE', words: { es: 'da de alta este canal, o lo cambia', en: 'set this channel up, or change it' } },
    kind: {
      kind: 'value',
      value: 'webhook|slack|teams',
      oneOf: kinds,
      words: { es: 'de uno nuevo, de qué tipo es (webhook)', en: 'of a new one, its kind (webhook)' },
    },
    'url-file': {
      kind: 'value',
      value: 'ARCHIVO',
      words: {
        es: 'archivo con su dirección, que es un secreto y no se vuelve a mostrar',
        en: 'file with its address, which is a secret and is not shown again',
      },
    },
    speaks: {
      kind: 'value',
      value: 'es|en',
      oneOf: languages,
      words: { es: 'en qué idioma se le escribe (es)', en: 'the language it is written to in (es)' },
    },
    amounts: {
      kind: 'value',
      value: 'shown|hidden',
      oneOf: amounts,
      words: { es: 'si quien lo lee puede ver importes (hidden)', en: 'whether who reads it may see amounts (hidden)' },
    },
    kinds: {
      kind: 'list',
      value: 'TIPO',
      words: {
        es: 'qué avisos le llegan: alert_firing, review_due… (las alertas)',
        en: 'the notices it gets: alert_firing, review_due… (alerts)',
      },
    },
    'new-key': { kind: 'flag', words: { es: 'cambia la clave con la que se firma', en: 'change the key that signs' } },
    test: { kind: 'value', value: 'NOMBRE', words: { es: 'envía una prueba', en: 'send a test' } },
    remove: { kind: 'value', value: 'NOMBRE', words: { es: 'quita el canal', en: 'remove the channel' } },
  },
  examples: ['cuadro channels', 'cuadro channels --save Calidad --kind slack --url-file slack.txt', 'cuadro channels --test Calidad'],
  run: async (call) => {
    const { values } = call.options;
    const words = noticeNotes[call.language];
    const tell = (output: unknown, said: string): number => {
      if (call.json) call.printJson(output);
      else call.print(said);
      return 0;
    };
    const [saved, tested, removed] = [values.get('save'), values.get('test'), values.get('remove')];
    if (removed !== undefined) {
      const output = await call.run(removeChannelOperation, { channel: removed });
      return tell(output, fill(words.removed, { name: output.removed }));
    }
    if (tested !== undefined) {
      const output = await call.run(testChannelOperation, { channel: tested });
      return tell(output, fill(words.tested, { name: output.sent }));
    }
    if (saved !== undefined) {
      const output = await save(call, saved);
      const key = output.key === null ? [] : [words.key, output.key];
      return tell(output, [fill(words.saved, { name: output.channel.name }), ...key].join('\n'));
    }
    const output = await call.run(channelsOperation, {});
    return tell(output, text(call, output));
  },
};

async function save(call: Call, name: string) {
  const { values, flags } = call.options;
  const { channels: all } = await call.run(channelsOperation, {});
  const known = all.some((one) => one.name === name);
  const kind = oneOf(call, 'kind', kinds);
  const file = values.get('url-file');
  return call.run(saveChannelOperation, {
    name,
    ...(known ? { channel: name } : {}),
    ...given({
      kind: known ? undefined : kind,
      url: file === undefined ? undefined : await urlIn(call, file),
      speaks: oneOf(call, 'speaks', languages),
      amounts: oneOf(call, 'amounts', amounts),
      kinds: kindsOption(call),
    }),
    ...(flags.has('new-key') ? { new_key: true as const } : {}),
  });
}

/** @throws CuadroError option_invalid */
function kindsOption(call: Call): NoticeKind[] | undefined {
  return call.options.lists.get('kinds')?.map((one) => {
    const known = noticeKinds.find((kind) => kind === one);
    if (known) return known;
    throw new CuadroError({
      code: 'option_invalid',
      where: '--kinds',
      found: one,
      expected: noticeKinds.join(', '),
      params: { command: call.command },
    });
  });
}

/** @throws CuadroError `channel_url_unreadable` */
async function urlIn(call: Call, file: string): Promise<string> {
  try {
    return (await readFile(call.path(file), 'utf8')).trim();
  } catch (cause) {
    throw new CuadroError({ code: 'channel_url_unreadable', where: file, cause });
  }
}

function text({ language, writer }: Call, { mail, outbox, channels: all }: ChannelsOutput): string {
  const words = noticeNotes[language];
  const moment = dateFormat(writer.locale, { dateStyle: 'short', timeStyle: 'short' });
  const shown = (instant: string | null): string => (instant === null ? '–' : moment.format(new Date(instant)));
  const { channels: titles } = words;
  const error = outbox.last_error ?? '–';
  const listed =
    all.length === 0
      ? words.noChannels
      : table(
          [
            { title: titles.name, max: 30 },
            { title: titles.kind },
            { title: titles.host, max: 40 },
            { title: titles.state, max: 40 },
            { title: titles.last },
          ],
          all.map((one) => [one.name, one.kind, one.host, one.last_error ?? (one.active ? words.on : words.off), shown(one.last_sent_at)]),
        );
  return [
    listed,
    ...(mail ? [] : [words.noMail]),
    ...(outbox.waiting === 0 ? [] : [fill(words.waiting, { count: String(outbox.waiting), since: shown(outbox.waiting_since), error })]),
    ...(outbox.failed === 0 ? [] : [fill(words.failed, { count: String(outbox.failed), error })]),
  ].join('\n\n');
}
