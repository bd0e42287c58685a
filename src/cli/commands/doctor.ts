import { examine } from '../../app/doctor/examine.ts';
import { tellFindings } from '../../app/doctor/tell.ts';
import { batchesOperation } from '../../app/operations/batches.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';

const marks = { ok: '✓', warning: '!', error: '✗' } as const;

export const doctor: Command = {
  name: 'doctor',
  words: {
    es: 'Examina la instalación: qué va mal, por qué importa y cómo se arregla. Sale con 0 (bien), 1 (avisos) o 2 (errores).',
    en: 'Examines the installation: what is wrong, why it matters and how to mend it. Exits with 0 (well), 1 (warnings) or 2 (errors).',
  },
  arguments: noArguments,
  options: {},
  examples: ['cuadro doctor', 'cuadro doctor --json'],
  run: async (call) => {
    const { folder, language } = call;
    const { env, now } = call.effects;
    const found = await examine({ folder, env, now: now(), language, askWarehouse: () => call.run(batchesOperation, {}) });
    const told = tellFindings(found, language);
    const count = (severity: string): number => told.filter((one) => one.severity === severity).length;
    if (call.json) call.printJson({ findings: told, warnings: count('warning'), errors: count('error') });
    else
      call.print(
        told
          .map(({ severity, what, why, fix }) => `${marks[severity]} ${what}${severity === 'ok' ? '' : `\n    ${why}\n    → ${fix}`}`)
          .join('\n'),
      );
    return count('error') > 0 ? 2 : count('warning') > 0 ? 1 : 0;
  },
};
