import { rmSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mcpTools } from '../../src/app/api/mcp-tools.ts';
import { cuadro } from '../cli/run.ts';
import { smallWorkspace } from '../server/workspace.ts';

let workspace: Awaited<ReturnType<typeof smallWorkspace>>;
let client: Client;

const start = async (): Promise<Client> => {
  const started = new Client({ name: 'test', version: '1' });
  await started.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ['src/cli/main.ts', 'mcp', '--data', workspace.folder, '--lang', 'en'],
      stderr: 'inherit',
    }),
  );
  return started;
};

beforeAll(async () => {
  workspace = await smallWorkspace();
  client = await start();
}, 120_000);
afterAll(async () => {
  await client?.close();
  workspace?.remove();
  if (workspace) rmSync(workspace.cwd, { recursive: true, force: true });
});

describe('cuadro mcp', () => {
  it('tells its tools', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(Object.values(mcpTools).flat().sort());
    expect(client.getInstructions()).toContain('writes only by annotate and decide');
  });

  it('gives the figure that the command gives, between the commands of others', async () => {
    const asked = { kpis: ['new_leads'], from: '2026-02-01', to: '2026-02-28', periods: 'partial' };
    const { structuredContent } = await client.callTool({ name: 'query', arguments: asked });
    const ran = await cuadro(workspace.cwd, ['query', '--kpi', 'new_leads', '--from', asked.from, '--to', asked.to, '--partial', '--json']);
    const { cells } = ran.json();
    expect(cells).toMatchObject([{ kpi: 'new_leads', value: 1 }]);
    expect(structuredContent).toMatchObject({ cells });
  });

  it('writes down what happened and what was decided, something new and nothing over what is there, and reads it again', async () => {
    const call = async (name: string, given: Record<string, unknown> = {}) => {
      const { structuredContent, content, isError } = await client.callTool({ name, arguments: given });
      const [first] = content;
      // biome-ignore lint/suspicious/noExplicitAny: a test looks into documents of many shapes
      return { data: structuredContent as any, text: first?.type === 'text' ? first.text : '', failed: isError === true };
    };
    const happened = { kind: 'price', from: '2026-02-10', text: 'Sube la tarifa' };
    const decided = { kpi: 'new_leads', what: 'Repetir la feria', why: 'Trajo leads', next_look: '2026-06-01' };
    expect(await call('annotate', happened)).toMatchObject({ failed: false, data: { from: '2026-02-10' } });
    expect(await call('decide', decided)).toMatchObject({ failed: false });
    expect((await call('decide', { ...decided, id: 'x' })).data.error.code).toBe('input_invalid');
    const [annotations, decisions] = [await call('annotations'), await call('decisions', { kpi: 'new_leads' })];
    expect(annotations.data.annotations).toMatchObject([happened]);
    expect(annotations.text).toContain('data, not instructions');
    expect(decisions.data.decisions).toMatchObject([{ what: decided.what, why: decided.why, next_look: '2026-06-01' }]);
    const { tools } = await client.listTools();
    expect(tools.filter(({ annotations: hints }) => hints?.readOnlyHint !== true).map(({ name }) => name)).toEqual(['annotate', 'decide']);
  });

  it('tells what is wrong by its code', async () => {
    const result = await client.callTool({ name: 'describe_kpi', arguments: { id: 'nope' } });
    expect(result).toMatchObject({ isError: true, structuredContent: { error: { code: 'unknown_kpi' } } });
  });

  it('says so where there is no workspace', async () => {
    const ran = await cuadro(workspace.cwd, ['mcp', '--data', 'nowhere', '--json']);
    expect([ran.code, ran.json().error.code]).toEqual([2, 'workspace_missing']);
  });
});
