import { accessReviewOperation } from '../../app/operations/access-review.ts';
import { auditWords } from '../../i18n/audit.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';

export const accessReview: Command = {
  name: 'access-review',
  words: {
    es: 'Revisa los accesos: quién tiene qué derechos, cuándo los usó por última vez y qué conviene mirar.',
    en: 'Reviews access: who has which rights, when they last used them and what is worth a look.',
  },
  arguments: noArguments,
  options: {
    days: { kind: 'value', value: 'N', words: { es: 'sin usar desde hace tantos días (90)', en: 'unused for so many days (90)' } },
  },
  examples: ['cuadro access-review', 'cuadro access-review --days 180 --json'],
  run: async (call) => {
    const days = call.options.values.get('days');
    const review = await call.run(accessReviewOperation, days === undefined ? {} : { days });
    const words = auditWords(call.language);
    if (call.json) call.printJson(review);
    else
      call.print(
        table(
          words.reviewColumns.map((title) => ({ title, max: 50 })),
          review.members.map(({ email, role, active, rows, last_seen_at, keys, findings }) => [
            email,
            active ? role : `(${role})`,
            rows,
            last_seen_at?.slice(0, 10) ?? '–',
            String(keys.length),
            findings.map((one) => words.findings[one]).join('; '),
          ]),
        ),
      );
    return 0;
  },
};
