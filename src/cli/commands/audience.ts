import { writeFile } from 'node:fs/promises';
import { audienceOperation, sendAudienceOperation } from '../../app/operations/audience.ts';
import { audienceWords } from '../../i18n/actions.ts';
import { fill } from '../../i18n/cli.ts';
import { CuadroError } from '../../model/error.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';

export const audience: Command = {
  name: 'audience',
  words: {
    es: 'Las personas de un segmento, sin quien se ha dado de baja ni quien no consiente: a un archivo CSV o, firmadas, a un webhook.',
    en: 'The people of a segment, without those who unsubscribed or do not consent: to a CSV file or, signed, to a webhook.',
  },
  arguments: noArguments,
  options: {
    segment: { kind: 'value', value: 'S', words: { es: 'un segmento guardado', en: 'a saved segment' } },
    out: { kind: 'value', value: 'ARCHIVO', words: { es: 'el archivo CSV que se escribe', en: 'the CSV file to write' } },
    send: {
      kind: 'value',
      value: 'CANAL',
      words: { es: 'a este webhook, en lugar de a un archivo', en: 'to this webhook instead of a file' },
    },
  },
  examples: ['cuadro audience --segment enfriándose --out audiencia.csv', 'cuadro audience --segment enfriándose --send correo'],
  run: async (call) => {
    const segment = call.required('segment');
    const words = audienceWords(call.language);
    const channel = call.options.values.get('send');
    const counts = (left: Readonly<Record<string, number>>): string =>
      fill(words.left, Object.fromEntries(Object.entries(left).map(([name, value]) => [name, String(value)])));
    if (channel !== undefined) {
      const sent = await call.run(sendAudienceOperation, { segment, channel });
      if (call.json) call.printJson(sent);
      else
        call.print(
          `${fill(words.sent, { people: String(sent.people), segment, messages: String(sent.messages) })}\n${counts(sent.left_out)}`,
        );
      return 0;
    }
    const file = call.path(call.required('out'));
    const { csv, ...told } = await call.run(audienceOperation, { segment });
    try {
      // Names and addresses: for whoever runs this alone, and never over what is there.
      await writeFile(file, csv, { mode: 0o600, flag: 'wx' });
    } catch (cause) {
      throw new CuadroError({ code: 'folder_not_writable', where: file, found: cause instanceof Error ? cause.message : '', cause });
    }
    if (call.json) call.printJson({ ...told, file });
    else call.print(`${fill(words.written, { people: String(told.people), segment, file })}\n${counts(told.left_out)}`);
    return 0;
  },
};
