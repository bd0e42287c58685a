import { batchesOperation } from '../../app/operations/batches.ts';
import { exportPersonOperation } from '../../app/operations/export-person.ts';
import { forgetOperation } from '../../app/operations/forget.ts';
import { fill } from '../../i18n/cli.ts';
import { erasureWords } from '../../i18n/erasure.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments, type OptionSpec } from '../option-spec.ts';
import { table } from '../output/table.ts';

const who: Readonly<Record<string, OptionSpec>> = {
  contact: { kind: 'value', value: 'ID', words: { es: 'el contacto', en: 'the contact' } },
  lead: { kind: 'value', value: 'ID', words: { es: 'el lead', en: 'the lead' } },
  user: { kind: 'value', value: 'ID', words: { es: 'el usuario del CRM', en: 'the user of the CRM' } },
  email: {
    kind: 'value',
    value: 'X',
    words: { es: 'quien tenga esta dirección, en todas las fuentes', en: 'whoever has this address, in all sources' },
  },
  source: { kind: 'value', value: 'S', words: { es: 'fuente del registro', en: "the record's source" } },
};

const asked = (call: Call) =>
  Object.fromEntries(Object.keys(who).flatMap((name) => (call.options.values.has(name) ? [[name, call.options.values.get(name)]] : [])));

export const forget: Command = {
  name: 'forget',
  words: {
    es: 'Borra a una persona de todos los datos, a petición suya. Sin --yes solo dice qué se borraría.',
    en: 'Erases a person from all data, at their request. Without --yes it only says what would go.',
  },
  arguments: noArguments,
  options: {
    ...who,
    yes: { kind: 'flag', words: { es: 'bórrese', en: 'erase' } },
    export: {
      kind: 'flag',
      words: {
        es: 'no borra: escribe en JSON todo lo que se guarda sobre la persona',
        en: 'erases nothing: writes all that is held about the person as JSON',
      },
    },
  },
  examples: [
    'cuadro forget --contact c_123',
    'cuadro forget --email ana@example.com --yes',
    'cuadro forget --email ana@example.com --export > ana.json',
  ],
  run: async (call) => {
    if (call.options.flags.has('export')) {
      call.printJson(await call.run(exportPersonOperation, asked(call)));
      return 0;
    }
    const result = await call.run(forgetOperation, { ...asked(call), confirm: call.options.flags.has('yes') });
    // Opening the warehouse once more writes its file anew (`src/landing/erasure/compact.ts`).
    if (result.done) await call.run(batchesOperation, {});
    if (call.json) {
      call.printJson(result);
      return 0;
    }
    const words = erasureWords(call.language);
    const columns = words.columns.map((title) => ({ title }));
    call.print(
      fill(result.done ? words.done : words.wouldGo, { records: result.records.length, files: result.files.length, person: result.person }),
    );
    if (result.files.length > 0)
      call.print(
        table(
          columns,
          result.files.map(({ batch, name, rows }) => [batch, name, String(rows)]),
        ),
      );
    if (result.written.length > 0) {
      call.print(words.written);
      for (const [kind, all] of Map.groupBy(result.written, (one) => one.kind)) call.print(`  ${words.kinds[kind] ?? kind}: ${all.length}`);
    }
    if (result.removed.length > 0) {
      call.print(words.removed);
      call.print(result.removed.map((path) => `  ${path}`).join('\n'));
    }
    if (result.backups.length > 0) {
      call.print(words.backups);
      call.print(result.backups.map(({ made_at, path }) => `  ${made_at.slice(0, 10)}  ${path}`).join('\n'));
    }
    return 0;
  },
};
