import { checkOperation } from '../../app/operations/check.ts';
import { checkWords, duplicateWords } from '../../i18n/checks.ts';
import { cliWords } from '../../i18n/cli.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';

export const check: Command = {
  name: 'check',
  words: {
    es: 'Comprueba la salud de los datos: por entidad y por indicador, duplicados y hasta cuándo llega cada origen.',
    en: "Checks the data's health: by entity and by KPI, duplicates, and up to when each source reaches.",
  },
  arguments: noArguments,
  options: {},
  examples: ['cuadro check', 'cuadro check --json'],
  run: async (call) => {
    const output = await call.run(checkOperation, {});
    if (call.json) {
      call.printJson(output);
      return 0;
    }
    const { columns, notes } = cliWords(call.language);
    const number = (value: number): string => new Intl.NumberFormat(call.writer.locale).format(value);
    const right = { align: 'right' as const };
    const failing = output.checks.filter(({ failed }) => failed > 0).toSorted((a, b) => b.failed / b.rows - a.failed / a.rows);
    const parts: string[] = [];
    if (failing.length > 0) {
      const rows = failing.map((one) => [
        `${one.entity}.${one.field}`,
        checkWords[one.check]?.[call.language] ?? one.check,
        number(one.failed),
        number(one.rows),
      ]);
      parts.push(
        table(
          [
            { title: columns.entity ?? '' },
            { title: columns.check ?? '' },
            { title: columns.failed ?? '', ...right },
            { title: columns.rows ?? '', ...right },
          ],
          rows,
        ),
      );
    }
    if (output.duplicates.length > 0) {
      const shared = (by: string): string =>
        by
          .split(' ')
          .map((reason) => duplicateWords[reason]?.[call.language] ?? reason)
          .join(', ');
      const rows = output.duplicates.map((one) => [one.entity, shared(one.by), number(one.groups), number(one.records)]);
      const title = call.language === 'en' ? 'Likely duplicates' : 'Posibles duplicados';
      parts.push(
        table(
          [
            { title },
            { title: columns.dimension ?? '' },
            { title: columns.group ?? '', ...right },
            { title: columns.rows ?? '', ...right },
          ],
          rows,
        ),
      );
    }
    const fresh = output.freshness.map((one) => [one.source, one.entity, number(one.rows), one.watermark ?? '–']);
    parts.push(
      table(
        [
          { title: columns.source ?? '' },
          { title: columns.entity ?? '' },
          { title: columns.rows ?? '', ...right },
          { title: columns.watermark ?? '' },
        ],
        fresh,
      ),
    );
    parts.push(
      failing.length === 0 ? (notes.allPassed ?? '') : `${columns.passed}: ${output.passed} · ${columns.failed}: ${output.failed}`,
    );
    call.print(parts.join('\n\n'));
    return 0;
  },
};
