import { endKeyOperation, keysOperation, makeKeyOperation } from '../../app/operations/keys.ts';
import { keyPermissions } from '../../app/people/api-key.ts';
import { fill } from '../../i18n/cli.ts';
import { formatDay } from '../../i18n/format.ts';
import { peopleWords } from '../../i18n/people.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';

const defaultDays = 90;

const invalid = (where: string, found: string, expected: string): CuadroError =>
  new CuadroError({ code: 'option_invalid', where, found, expected, params: { command: 'key' } });

function daysOf(call: Call): number | null {
  const text = call.options.values.get('days') ?? String(defaultDays);
  if (text === 'never') return null;
  const days = Number(text);
  if (!/^\d{1,4}$/.test(text) || days < 1 || days > 3_650) throw invalid('--days', text, '1 … 3650, never');
  return days;
}

function permissionsOf(call: Call): (typeof keyPermissions)[number][] {
  const asked = call.options.lists.get('permissions') ?? ['kpi.read'];
  return asked.map((name) => {
    const known = keyPermissions.find((permission) => permission === name);
    if (!known) throw invalid('--permissions', name, keyPermissions.join(', '));
    return known;
  });
}

export const key: Command = {
  name: 'key',
  words: {
    es: 'Muestra las claves de API de alguien, crea una (--make) o la anula (--end). Una clave nunca puede más que su dueño.',
    en: "Lists someone's API keys, makes one (--make) or ends one (--end). A key can never do more than its owner.",
  },
  arguments: noArguments,
  options: {
    member: { kind: 'value', value: 'EMAIL', words: { es: 'de quién', en: 'whose' } },
    make: { kind: 'value', value: 'NAME', words: { es: 'crea una con este nombre', en: 'make one by this name' } },
    permissions: {
      kind: 'list',
      value: 'P',
      words: { es: `para qué: ${keyPermissions.join(', ')} (kpi.read)`, en: `what for: ${keyPermissions.join(', ')} (kpi.read)` },
    },
    days: {
      kind: 'value',
      value: 'N|never',
      words: { es: `días que vale (${defaultDays})`, en: `days that it is good (${defaultDays})` },
    },
    end: { kind: 'value', value: 'ID', words: { es: 'anula esta', en: 'end this one' } },
  },
  examples: ['cuadro key --member ana@empresa.es', 'cuadro key --member ana@empresa.es --make "Power BI" --days 365'],
  run: async (call) => {
    const member = call.required('member');
    const { values } = call.options;
    const words = peopleWords(call.language);
    const [made, ended] = [values.get('make'), values.get('end')];
    if (made !== undefined && ended !== undefined) throw invalid('--end', ended, '--make, --end');
    if (made !== undefined) {
      const output = await call.run(makeKeyOperation, { member, name: made, permissions: permissionsOf(call), days: daysOf(call) });
      if (!call.json) call.note(words.keyMade);
      if (call.json) call.printJson(output);
      else call.print(output.secret);
      return 0;
    }
    if (ended !== undefined) {
      const output = await call.run(endKeyOperation, { member, key: ended });
      if (call.json) call.printJson(output);
      else call.print(fill(words.keyEnded, { name: output.ended }));
      return 0;
    }
    const output = await call.run(keysOperation, { member });
    if (call.json) call.printJson(output);
    else if (output.keys.length === 0) call.print(words.noKeys);
    else {
      const { columns, never } = words;
      const day = (instant: string | null): string => (instant === null ? never : formatDay(instant.slice(0, 10), call.writer));
      const titles = [columns.id, columns.name, columns.key, columns.permissions, columns.expires, columns.used];
      call.print(
        table(
          titles.map((title) => ({ title, max: 60 })),
          output.keys.map((one) => [
            one.id,
            one.name,
            `${one.start}…`,
            one.permissions.join(', '),
            day(one.expiresAt),
            day(one.lastUsedAt),
          ]),
        ),
      );
    }
    return 0;
  },
};
