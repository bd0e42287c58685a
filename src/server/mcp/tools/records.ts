import { z } from 'zod';
import { recordsOperation } from '../../../app/operations/records.ts';
import { flat, lines } from '../text.ts';
import { defineTool } from '../tool.ts';

/** A model is shown examples; whoever wants all has the export. */
const limit = z.int().min(1).max(200).default(25);
const longest = 200;

const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

export const recordsTool = defineTool({
  name: 'records',
  input: recordsOperation.input.extend({ limit }),
  run: async ({ given, ask, told, signal }) => {
    const { query, total, records } = await ask(recordsOperation, given, signal);
    const text = lines(
      told.word('records', { total, shown: records.length }),
      records.map(({ entity, id, source, ...fields }) => {
        const said = Object.entries(fields).map(([name, value]) => `${name}: ${short(flat(String(value)))}`);
        return `- ${entity} ${flat(id)} (${flat(source)}) ${said.join('; ')}`;
      }),
    );
    return { kpis: [query.kpi], text, data: { query, total, records } };
  },
});
