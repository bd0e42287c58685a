import { kpisOperation } from '../../../app/operations/kpis.ts';
import { lines } from '../text.ts';
import { defineTool } from '../tool.ts';

/** In short: dimensions and parameters are told by `describe_kpi`. */
export const listKpisTool = defineTool({
  name: 'list_kpis',
  input: kpisOperation.input.omit({ id: true, language: true }),
  run: async ({ given, ask, told, language, signal }) => {
    const { kpis } = await ask(kpisOperation, { ...given, language }, signal);
    const areas = [...new Set(kpis.map(({ area }) => area))];
    const text = areas.map((area) =>
      lines(
        `## ${area}`,
        kpis
          .filter((kpi) => kpi.area === area)
          .map(({ id, name, unit, grain, computable, missing }) => {
            const lacking = computable ? '' : ` – ${told.word('notComputable', { missing: missing.join(', ') })}`;
            return `- ${id}: ${name} (${unit}, ${grain})${lacking}`;
          }),
      ),
    );
    return {
      kpis: kpis.map(({ id }) => id),
      text: text.join('\n\n'),
      data: {
        kpis: kpis.map(({ id, name, area, unit, grain, direction, variants, status, computable, missing }) => ({
          id,
          name,
          area,
          unit,
          grain,
          direction,
          variants,
          status,
          computable,
          missing,
        })),
      },
    };
  },
});
