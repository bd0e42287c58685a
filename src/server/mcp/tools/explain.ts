import { explainOperation } from '../../../app/operations/explain.ts';
import { formatDifference, formatPeriod } from '../../../i18n/format.ts';
import { groupText, lines, markdownTable, valueText } from '../text.ts';
import { defineTool } from '../tool.ts';

/** Of each dimension the groups that weigh most. */
const mostGroups = 10;

export const explainTool = defineTool({
  name: 'explain',
  input: explainOperation.input,
  run: async ({ given, ask, told, signal }) => {
    const output = await ask(explainOperation, given, signal);
    const { before, after, change, dimensions, kind } = output;
    const unit = told.unitOf(after.kpi, after.variant);
    const period = (cell: typeof before): string => formatPeriod(cell.period, 'total', told.writer);
    const difference = (value: number): string => formatDifference(value, unit, told.writer);
    const word = told.word;
    const text = lines(
      `${told.nameOf(after.kpi)} (${after.kpi})`,
      `${word('from')} ${valueText(before.value, unit, told)} (${period(before)}) ${word('to')} ${valueText(after.value, unit, told)} (${period(after)})`,
      `${word('change')}: ${difference(change)}`,
      dimensions.map(({ dimension, effects }) => {
        const heaviest = effects.toSorted((a, b) => Math.abs(b.total) - Math.abs(a.total)).slice(0, mostGroups);
        // Of a sum or a count all of it is volume.
        const parts = kind === 'ratio' ? (['volume', 'mix', 'rate'] as const) : [];
        return lines(
          `\n${word('by')} ${dimension}:`,
          markdownTable(
            [dimension, word('from'), word('to'), word('change'), ...parts.map((part) => word(part))],
            heaviest.map((effect) => [
              groupText(effect.group, told),
              valueText(effect.before, unit, told),
              valueText(effect.after, unit, told),
              difference(effect.total),
              ...parts.map((part) => difference(effect[part])),
            ]),
          ),
          effects.length > heaviest.length && word('others', { count: effects.length - heaviest.length }),
        );
      }),
    );
    return { kpis: [after.kpi], text, data: { ...output } };
  },
});
