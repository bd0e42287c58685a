import { targetsOperation } from '../../../app/operations/targets.ts';
import { lines } from '../text.ts';
import { defineTool } from '../tool.ts';

export const targetsTool = defineTool({
  name: 'targets',
  input: targetsOperation.input.omit({ language: true }),
  run: async ({ given, ask, language, signal }) => {
    const output = await ask(targetsOperation, { ...given, language }, signal);
    const { says, objectives, targets } = output;
    const text = lines(
      says,
      objectives.map(({ name, targets: places }) =>
        lines(
          `\n${name ?? '–'}:`,
          places.flatMap((place) => (targets[place] ? [`- ${targets[place].says}`] : [])),
        ),
      ),
    );
    return { kpis: [...new Set(targets.map(({ kpi }) => kpi))], text, data: { ...output } };
  },
});
