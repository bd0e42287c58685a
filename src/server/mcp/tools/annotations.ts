import { annotateOperation, annotationsOperation } from '../../../app/operations/annotations.ts';
import { annotationKindWords } from '../../../i18n/conversation.ts';
import { lines } from '../text.ts';
import { defineTool } from '../tool.ts';

export const annotationsTool = defineTool({
  name: 'annotations',
  input: annotationsOperation.input.omit({ language: true }),
  run: async ({ given, ask, told, language, signal }) => {
    const output = await ask(annotationsOperation, { ...given, language }, signal);
    const text = lines(
      output.annotations.length === 0 ? null : told.word('written'),
      output.annotations.map(({ kind, from, to, name, scope, text: what }) =>
        [`- ${from === to ? from : `${from} – ${to}`}`, annotationKindWords[kind]?.[language] ?? kind, name, scope, what]
          .filter((part) => part !== null)
          .join(' · '),
      ),
    );
    return { kpis: [...new Set(output.annotations.flatMap(({ kpi }) => kpi ?? []))], text, data: { ...output } };
  },
});

/** Only new ones: what people have written is theirs to change. */
export const annotateTool = defineTool({
  name: 'annotate',
  input: annotateOperation.input.omit({ id: true, texts: true }),
  run: async ({ given, ask, signal }) => {
    const output = await ask(annotateOperation, { ...given, id: null, texts: null }, signal);
    return { kpis: given.kpi === null ? [] : [given.kpi], text: output.id, data: { ...output } };
  },
});
