import { actionOperation, actionsOperation } from '../../../app/operations/actions.ts';
import { actionKindWords, actionStatusWords, metWords } from '../../../i18n/actions.ts';
import { lines } from '../text.ts';
import { defineTool } from '../tool.ts';

export const actionsTool = defineTool({
  name: 'actions',
  input: actionsOperation.input.omit({ language: true }),
  run: async ({ given, ask, language, signal }) => {
    const output = await ask(actionsOperation, { ...given, language }, signal);
    const text = lines(
      output.actions.map((one) =>
        [
          `- ${actionStatusWords[one.overdue ? 'overdue' : one.status]?.[language] ?? one.status}`,
          actionKindWords[one.kind]?.[language] ?? one.kind,
          one.title,
          one.name,
          one.scope,
          one.due_on,
          one.id,
        ]
          .filter((part) => part !== null)
          .join(' · '),
      ),
    );
    return { kpis: [...new Set(output.actions.flatMap(({ kpi }) => kpi ?? []))], text, data: { ...output } };
  },
});

export const actionEffectTool = defineTool({
  name: 'action_effect',
  input: actionOperation.input.omit({ language: true }),
  run: async ({ given, ask, language, signal }) => {
    const output = await ask(actionOperation, { ...given, language }, signal);
    const { action, effect, met } = output;
    const text = lines(
      action.title,
      action.hypothesis,
      action.outcome,
      effect?.says ?? null,
      met === null ? null : (metWords[met]?.[language] ?? met),
    );
    return { kpis: action.kpi === null ? [] : [action.kpi], text, data: { ...output } };
  },
});
