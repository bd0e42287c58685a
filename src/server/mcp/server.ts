import { McpServer } from '@modelcontextprotocol/server';
import { mcpWrites } from '../../app/api/mcp-tools.ts';
import { version } from '../../app/version.ts';
import { asCuadroError, type RenderedError } from '../../i18n/errors.ts';
import { languageOf } from '../../i18n/language.ts';
import { mcpInstructions, mcpToolWords } from '../../i18n/mcp.ts';
import { toldSchema } from './input-schema.ts';
import { type Session, type Told, tellingOf } from './session.ts';
import { lines } from './text.ts';
import type { Answer, Tool } from './tool.ts';
import { tools } from './tool-list.ts';

/** None takes anything away, and all ask the same closed world; but for those that write something new, none changes anything. */
const annotationsOf = (name: string) => {
  const isRead = !mcpWrites.has(name);
  return { readOnlyHint: isRead, destructiveHint: false, idempotentHint: isRead, openWorldHint: false } as const;
};

function answered({ kpis, text, data }: Answer, told: Told) {
  const drafts = told.draftsOf(kpis);
  const warned = drafts.map((id) => told.word('draft', { id, name: told.nameOf(id) }));
  return {
    content: [{ type: 'text' as const, text: lines(warned, text) }],
    structuredContent: { ...data, drafts },
  };
}

function failed({ code, message, expected, found, fix, where }: RenderedError, told: Pick<Told, 'word'> | null) {
  const part = (key: 'expected' | 'found' | 'fix', value: string | null): string | null =>
    value === null || value === '' ? null : `${told?.word(key) ?? key}: ${value}`;
  const text = lines(
    `${told?.word('error') ?? 'Error'} ${code}: ${message}`,
    part('expected', expected),
    part('found', found),
    part('fix', fix),
  );
  return {
    isError: true,
    content: [{ type: 'text' as const, text }],
    structuredContent: { error: { code, message, where, expected, found, fix } },
  };
}

async function call(tool: Tool, given: unknown, session: Session, signal: AbortSignal) {
  let told: Told | null = null;
  try {
    told = await tellingOf(session);
    // A call without arguments is one with none.
    return answered(await tool.run({ given: given ?? {}, ask: session.ask, told, language: told.language, signal }), told);
  } catch (error) {
    return failed(session.render(asCuadroError(error), told?.language ?? session.language ?? 'es'), told);
  }
}

/** The tools of Cuadro for one model: an MCP server not yet connected. */
export async function mcpServer(session: Session): Promise<McpServer> {
  const language = session.language ?? languageOf((await session.workspace()).settings.locale);
  const server = new McpServer({ name: 'cuadro', title: 'Cuadro', version }, { instructions: mcpInstructions(language, session.writes) });
  for (const tool of Object.values(tools)) {
    if (mcpWrites.has(tool.name) && !session.writes) continue;
    const words = mcpToolWords[tool.name];
    server.registerTool(
      tool.name,
      {
        title: words?.title[language] ?? tool.name,
        description: words?.about[language] ?? tool.name,
        inputSchema: toldSchema(tool.input),
        annotations: annotationsOf(tool.name),
      },
      (given, { mcpReq }) => call(tool, given, session, mcpReq.signal),
    );
  }
  return server;
}
