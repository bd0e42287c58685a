import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type DefineOutput, defineKpiOperation } from '../../app/operations/define.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';

export const define: Command = {
  name: 'define',
  words: {
    es: 'Guarda un indicador propio escrito en YAML, después de comprobar sus ejemplos; con --remove lo quita.',
    en: 'Saves a KPI of your own written in YAML, after running its examples; with --remove takes it out.',
  },
  arguments: { name: 'ARCHIVO', min: 0, max: 1 },
  options: {
    check: { kind: 'flag', words: { es: 'solo comprobar, sin guardar', en: 'only check, save nothing' } },
    remove: { kind: 'value', value: 'ID', words: { es: 'quita este indicador propio', en: 'take out this KPI of your own' } },
  },
  examples: [
    'cuadro define margen_por_visita.yaml --check',
    'cuadro define margen_por_visita.yaml',
    'cuadro define --remove margen_por_visita',
  ],
  run: async (call) => {
    const [file] = call.options.positionals;
    const remove = call.options.values.get('remove');
    if ((file === undefined) === (remove === undefined))
      throw new CuadroError({ code: 'option_missing', where: 'ARCHIVO | --remove', params: { command: 'define' } });
    const output = await call.run(
      defineKpiOperation,
      file === undefined
        ? { remove: remove ?? '' }
        : { text: await contentOf(call.path(file)), name: basename(file), check: call.options.flags.has('check') },
    );
    if (call.json) call.printJson(output);
    else call.print(text(call, output));
    return 0;
  },
};

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CuadroError({ code: 'kpi_file_unreadable', where: file, cause });
  }
}

function text(call: Call, { kpi, version, status, outcome, examples, computable, missing }: DefineOutput): string {
  const { notes } = cliWords(call.language);
  const failing = examples.filter(({ differences }) => differences.length > 0).map(({ name }) => name);
  return [
    fill(notes[`define_${outcome}`] ?? '', { kpi, version: String(version), examples: String(examples.length) }),
    ...(status === 'draft' ? [notes.define_draft] : []),
    ...(failing.length > 0 ? [fill(notes.define_differences ?? '', { names: failing.join(', ') })] : []),
    ...(computable || outcome === 'removed' ? [] : [fill(notes.define_missing ?? '', { missing: missing.join(', ') })]),
  ].join('\n');
}
