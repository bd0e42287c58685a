import { z } from 'zod';
import { kpisOperation } from '../../../app/operations/kpis.ts';
import { cliWords } from '../../../i18n/cli.ts';
import { CuadroError } from '../../../model/error.ts';
import { lines } from '../text.ts';
import { defineTool } from '../tool.ts';

export const describeKpiTool = defineTool({
  name: 'describe_kpi',
  input: z.strictObject({ id: kpisOperation.input.shape.id.unwrap() }),
  run: async ({ given, ask, told, language, signal }) => {
    const { kpis } = await ask(kpisOperation, { ...given, language }, signal);
    const [kpi] = kpis;
    if (!kpi || !('texts' in kpi)) throw new CuadroError({ code: 'unknown_kpi', where: 'id', found: given.id });
    const { notes, columns } = cliWords(language);
    const part = (title: string | undefined, text: string): string | null => (text === '' ? null : `**${title ?? ''}**: ${text}`);
    const { texts } = kpi;
    const text = lines(
      `# ${texts.name} (${kpi.id})`,
      part(notes.question, texts.question),
      part(notes.definition, texts.definition),
      part(notes.formula, texts.formula),
      part(columns.unit, kpi.unit),
      part(notes.why, texts.why),
      part(notes.rise, texts.rise),
      part(notes.fall, texts.fall),
      part(notes.caveats, texts.caveats),
      part(notes.guards, [...kpi.pairs.guards, ...(kpi.pairs.partner ? [kpi.pairs.partner] : [])].join(', ')),
      part(
        notes.variants,
        kpi.variants
          .map((name) => `${name} (${kpi.variant_labels[name] ?? name}${name === kpi.default_variant ? ', default' : ''})`)
          .join(', '),
      ),
      part(
        notes.parameters,
        Object.entries(kpi.parameters)
          .map(([name, value]) => `${name} = ${String(value)} (${kpi.parameter_names[name] ?? ''})`)
          .join(', '),
      ),
      part(notes.terms, kpi.terms.map(({ name, means }) => `${name}: ${means}`).join(' ')),
      part(notes.dimensions, kpi.dimensions.join(', ')),
      kpi.computable ? null : part(columns.computable, told.word('notComputable', { missing: kpi.missing.join(', ') })),
    );
    return { kpis: [kpi.id], text, data: { kpi } };
  },
});
