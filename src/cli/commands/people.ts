import { peopleOperation } from '../../app/operations/people.ts';
import { fill } from '../../i18n/cli.ts';
import { formatDay } from '../../i18n/format.ts';
import { peopleWords } from '../../i18n/people.ts';
import type { Command } from '../command.ts';
import { roleWords, rowsWords } from '../grant-options.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';

export const people: Command = {
  name: 'people',
  words: {
    es: 'Muestra quién tiene cuenta, con qué papel, qué ve y cuándo se le vio; y a quién se ha invitado.',
    en: 'Lists who has an account, with what role, what they see and when they were last seen; and who is invited.',
  },
  arguments: noArguments,
  options: {},
  examples: ['cuadro people', 'cuadro people --json'],
  run: async (call) => {
    const output = await call.run(peopleOperation, {});
    if (call.json) {
      call.printJson(output);
      return 0;
    }
    const { language, writer } = call;
    const words = peopleWords(language);
    const day = (instant: string): string => formatDay(instant.slice(0, 10), writer);
    const rows = [
      ...output.members.map((one) => [
        one.name,
        one.email,
        roleWords(language, one),
        rowsWords(language, one),
        one.active ? (one.lastSeenAt === null ? words.never : day(one.lastSeenAt)) : words.closed,
      ]),
      ...output.invitations.map((one) => [
        '',
        one.email,
        roleWords(language, one),
        rowsWords(language, one),
        fill(words.invited, { until: day(one.expiresAt) }),
      ]),
    ];
    const { columns } = words;
    const titles = [columns.name, columns.email, columns.role, columns.rows, columns.seen].map((title) => ({ title, max: 48 }));
    call.print(rows.length === 0 ? words.nobody : table(titles, rows));
    return 0;
  },
};
