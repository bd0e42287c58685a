import { alertOperation, alertsOperation } from '../../../app/operations/alerts.ts';
import { alertStateWords } from '../../../i18n/alerts.ts';
import { dimensionName } from '../../../i18n/dimensions.ts';
import { formatDifference } from '../../../i18n/format.ts';
import { lines } from '../text.ts';
import { defineTool } from '../tool.ts';

export const alertsTool = defineTool({
  name: 'alerts',
  input: alertsOperation.input.omit({ language: true }),
  run: async ({ given, ask, language, signal }) => {
    const output = await ask(alertsOperation, { ...given, language }, signal);
    const each = output.alerts.map(({ state, says, id }) => `- ${alertStateWords[state]?.[language] ?? state} · ${says} · ${id}`);
    return { kpis: [...new Set(output.alerts.map(({ kpi }) => kpi))], text: lines(output.says, each), data: { ...output } };
  },
});

export const explainAlertTool = defineTool({
  name: 'explain_alert',
  input: alertOperation.input.omit({ language: true }),
  run: async ({ given, ask, told, language, signal }) => {
    const output = await ask(alertOperation, { ...given, language }, signal);
    const { alert, explained, readings } = output;
    const effects = (explained?.dimensions ?? []).map(
      ({ dimension, effects: own }) =>
        `- ${dimensionName(dimension, language)}: ${own.map(({ group, total }) => `${group ?? '–'} ${formatDifference(total, explained?.unit ?? alert.unit, told.writer)}`).join('; ')}`,
    );
    const text = lines(
      alert.says,
      effects,
      readings.map(({ says, next }) => `- ${says} ${next}`),
    );
    return { kpis: [alert.kpi], text, data: { ...output } };
  },
});
