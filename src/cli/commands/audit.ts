import { auditOperation } from '../../app/operations/audit.ts';
import { exportAuditOperation } from '../../app/operations/export-audit.ts';
import { verifyAuditOperation } from '../../app/operations/verify-audit.ts';
import { auditWords } from '../../i18n/audit.ts';
import { fill } from '../../i18n/cli.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';

export const audit: Command = {
  name: 'audit',
  words: {
    es: 'Muestra el registro de auditoría: quién hizo o vio qué, cuándo y desde dónde.',
    en: 'Shows the audit log: who did or saw what, when and from where.',
  },
  arguments: noArguments,
  options: {
    verify: { kind: 'flag', words: { es: 'comprueba que nadie lo ha tocado', en: 'checks that nobody touched it' } },
    actor: { kind: 'value', value: 'X', words: { es: 'parte del nombre de quien lo hizo', en: 'part of the name of who did it' } },
    operation: { kind: 'value', value: 'ID', words: { es: 'solo de esta operación', en: 'of this operation only' } },
    outcome: { kind: 'value', value: 'X', words: { es: 'ok, failed o un código de error', en: 'ok, failed or an error code' } },
    from: { kind: 'value', value: 'D', words: { es: 'desde este día', en: 'from this day on' } },
    to: { kind: 'value', value: 'D', words: { es: 'hasta este día', en: 'up to this day' } },
    limit: { kind: 'value', value: 'N', words: { es: 'cuántas entradas (100)', en: 'how many entries (100)' } },
    export: { kind: 'value', value: 'csv|jsonl', oneOf: ['csv', 'jsonl'], words: { es: 'lo escribe entero', en: 'writes all of it' } },
  },
  examples: ['cuadro audit --actor ana --from 2026-06-01', 'cuadro audit --verify', 'cuadro audit --export csv > auditoria.csv'],
  run: async (call) => {
    const { values, flags } = call.options;
    const words = auditWords(call.language);
    if (flags.has('verify')) {
      const state = await call.run(verifyAuditOperation, {});
      if (call.json) call.printJson(state);
      else if (state.broken)
        call.print(fill(words.broken[state.broken.how], { sequence: state.broken.sequence, at: state.broken.at ?? '–' }));
      else call.print(fill(words.whole, { entries: state.entries, head: state.head }));
      return state.whole ? 0 : 1;
    }
    const filter = Object.fromEntries(
      ['actor', 'operation', 'outcome', 'from', 'to'].flatMap((name) => (values.has(name) ? [[name, values.get(name)]] : [])),
    );
    const format = values.get('export');
    if (format !== undefined) {
      const { text } = await call.run(exportAuditOperation, { ...filter, format: format === 'jsonl' ? 'jsonl' : 'csv' });
      call.effects.stdout(text);
      return 0;
    }
    const answer = await call.run(auditOperation, { ...filter, limit: values.get('limit') ?? 100 });
    if (call.json) call.printJson(answer);
    else
      call.print(
        table(
          words.columns.map((title) => ({ title, max: 60 })),
          answer.entries.map(({ at, actor, operation, outcome, from, about }) => [
            at.slice(0, 19).replace('T', ' '),
            actor.name,
            operation,
            outcome,
            from,
            Object.keys(about).length === 0 ? '' : JSON.stringify(about),
          ]),
        ),
      );
    return 0;
  },
};
