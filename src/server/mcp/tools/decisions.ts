import { decideOperation, decisionsOperation } from '../../../app/operations/decisions.ts';
import { lines } from '../text.ts';
import { defineTool } from '../tool.ts';

export const decisionsTool = defineTool({
  name: 'decisions',
  input: decisionsOperation.input.omit({ language: true }),
  run: async ({ given, ask, told, language, signal }) => {
    const output = await ask(decisionsOperation, { ...given, language }, signal);
    const text = lines(
      output.decisions.length === 0 ? null : told.word('written'),
      output.decisions.map(({ decided_on, name, about, what, why, decided_by, next_look, outcome }) =>
        [`- ${decided_on}`, name, about.scope, what, why, decided_by, next_look, outcome].filter((part) => part !== null).join(' · '),
      ),
    );
    return { kpis: [...new Set(output.decisions.flatMap(({ about }) => about.kpi ?? []))], text, data: { ...output } };
  },
});

/** Only new ones: what people have written is theirs to change. */
export const decideTool = defineTool({
  name: 'decide',
  input: decideOperation.input.omit({ id: true }),
  run: async ({ given, ask, signal }) => {
    const output = await ask(decideOperation, { ...given, id: null }, signal);
    return { kpis: given.kpi === null ? [] : [given.kpi], text: output.id, data: { ...output } };
  },
});
