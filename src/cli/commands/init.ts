import { createWorkspace } from '../../app/workspace/create.ts';
import { openOnce } from '../../app/workspace/open-once.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';

export const init: Command = {
  name: 'init',
  words: {
    es: 'Crea un espacio de trabajo vacío, con sus ajustes en cuadro.yaml.',
    en: 'Makes an empty workspace, with its settings in cuadro.yaml.',
  },
  arguments: noArguments,
  options: {
    locale: { kind: 'value', value: 'es-ES', words: { es: 'idioma y país', en: 'language and country' } },
    timezone: { kind: 'value', value: 'Europe/Madrid', words: { es: 'zona horaria', en: 'time zone' } },
    currency: { kind: 'value', value: 'EUR', words: { es: 'moneda', en: 'currency' } },
    name: { kind: 'value', value: 'NOMBRE', words: { es: 'nombre de la empresa', en: "the company's name" } },
  },
  examples: ['cuadro init', 'cuadro --data ./mi-empresa init --locale es-MX --timezone America/Mexico_City --currency MXN'],
  run: async (call) => {
    const { values } = call.options;
    const workspace = await createWorkspace(call.folder, {
      name: values.get('name') ?? null,
      locale: values.get('locale') ?? null,
      timezone: values.get('timezone') ?? null,
      currency: values.get('currency') ?? null,
    });
    await openOnce(call.folder);
    const { name, locale, timezone, currency } = workspace.settings;
    if (call.json) call.printJson({ workspace: call.folder, name, locale, timezone, currency });
    else call.print(fill(cliWords(call.language).notes.made, { folder: call.folder }));
    return 0;
  },
};
