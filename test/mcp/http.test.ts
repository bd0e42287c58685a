import { Client, StreamableHTTPClientTransport, type VersionNegotiationMode } from '@modelcontextprotocol/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { mcpTools, mcpWrites } from '../../src/app/api/mcp-tools.ts';
import type { QueryOutput } from '../../src/app/operations/query.ts';
import { localActor } from '../../src/app/rights/actor.ts';
import { type McpCompany, startCompany } from './company.ts';

let company: McpCompany;
const keys = { analyst: '', member: '', blind: '' };
const open: Client[] = [];

const address = (): URL => new URL('/mcp', company.url);

async function connect(key: string, mode: VersionNegotiationMode = 'legacy'): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  const headers = { authorization: `Bearer ${key}`, 'accept-language': 'es' };
  await client.connect(new StreamableHTTPClientTransport(address(), { requestInit: { headers } }));
  open.push(client);
  return client;
}

async function call(client: Client, name: string, given: Record<string, unknown> = {}) {
  const result = await client.callTool({ name, arguments: given });
  const [first] = result.content;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into documents of many shapes
  return { failed: result.isError === true, text: first?.type === 'text' ? first.text : '', data: result.structuredContent as any };
}

const february = { from: '2026-02-01', to: '2026-02-28' };

beforeAll(async () => {
  company = await startCompany();
  const reading = ['kpi.read', 'records.read', 'data.read'];
  keys.analyst = await company.key('alba@empresa.es', { role: 'analyst' }, reading);
  keys.member = await company.key('ana@empresa.es', { role: 'member', crmUser: { source: 'crm', id: 'ana' } }, reading.slice(0, 2));
  keys.blind = await company.key('vera@empresa.es', { role: 'analyst' }, ['kpi.read']);
}, 120_000);
afterEach(async () => {
  for (const client of open.splice(0)) await client.close();
});
afterAll(() => company?.stop());

describe.each(['legacy', 'auto'] as const)('MCP over HTTP, by a client that is %s', (mode) => {
  it('tells its tools, which only read, with schemas of their own', async () => {
    const client = await connect(keys.analyst, mode);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(
      Object.values(mcpTools)
        .flat()
        .filter((name) => !mcpWrites.has(name))
        .sort(),
    );
    for (const { description, inputSchema, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(40);
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(JSON.stringify(inputSchema)).not.toContain('$ref');
    }
    const query = tools.find(({ name }) => name === 'query');
    expect(query?.inputSchema).toMatchObject({
      type: 'object',
      required: ['kpis'],
      properties: {
        grain: { enum: expect.arrayContaining(['month']) },
        where: { items: { properties: { dimension: { type: 'string' } } } },
      },
    });
    expect(Object.keys(query?.inputSchema.properties ?? {})).not.toContain('sql');
    expect(client.getInstructions()).toContain('Solo lee');
  });

  it('gives the figure that the operation gives', async () => {
    const client = await connect(keys.analyst, mode);
    const asked = { kpis: ['new_leads'], ...february, by: ['owner.name'] };
    const { cells, query } = (await company.host.run('query', asked, {
      actor: localActor,
      progress: () => undefined,
      signal: null,
    })) as Extract<QueryOutput, { cells: unknown }>;
    const { data, text } = await call(client, 'query', asked);
    expect(cells.map(({ value }) => value).sort()).toEqual([2, 2]);
    expect(data).toMatchObject({ query, cells, left_out: 0, drafts: [] });
    expect(text).toContain('| Ana Ruiz | 2 |');
    expect(text).not.toContain('BORRADOR');
  });
});

describe('MCP over HTTP', () => {
  it("shows a member's key that member's rows, and no more", async () => {
    const client = await connect(keys.member);
    const { data } = await call(client, 'query', { kpis: ['new_leads'], ...february });
    expect(data.cells).toMatchObject([{ value: 2 }]);
    const records = await call(client, 'records', { kpi: 'new_leads', ...february });
    expect(records.data).toMatchObject({ total: 2, records: [{ id: '1' }, { id: '2' }] });
    expect(records.text).not.toContain('tres@cliente.es');
    expect(await call(client, 'data_health')).toMatchObject({ failed: true, data: { error: { code: 'forbidden' } } });
  });

  it('masks people for who may not see them, and leaves records to who may see them', async () => {
    const seen = await call(await connect(keys.analyst), 'records', { kpi: 'new_leads', ...february, limit: 1 });
    expect(seen.data).toMatchObject({ total: 4, records: [{ id: '1' }] });
    expect(JSON.stringify(seen)).not.toContain('@cliente.es');
    const refused = await call(await connect(keys.blind), 'records', { kpi: 'new_leads', ...february });
    expect(refused).toMatchObject({ failed: true, data: { error: { code: 'forbidden' } } });
    expect(refused.text).toContain('forbidden');
  });

  it('says of a draft that it is one, in every answer that uses it', async () => {
    const client = await connect(keys.analyst);
    const range = { kpi: 'leads_ours', ...february };
    const answers = {
      list_kpis: await call(client, 'list_kpis', { area: 'leads' }),
      describe_kpi: await call(client, 'describe_kpi', { id: 'leads_ours' }),
      query: await call(client, 'query', { kpis: ['new_leads', 'leads_ours'], ...february }),
      explain: await call(client, 'explain', { ...range, by: ['owner.name'] }),
      records: await call(client, 'records', range),
      data_health: await call(client, 'data_health'),
    };
    for (const [tool, { text, data, failed }] of Object.entries(answers)) {
      expect(failed, `${tool}: ${text}`).toBe(false);
      expect(text, tool).toMatch(/^⚠ BORRADOR: la definición de «Leads nuestros» \(leads_ours\)/);
      expect(data.drafts, tool).toEqual(['leads_ours']);
    }
    expect(answers.list_kpis.data.kpis.find(({ id }: { id: string }) => id === 'leads_ours')).toMatchObject({ status: 'draft' });
    expect(answers.describe_kpi.data.kpi).toMatchObject({ status: 'draft', texts: { name: 'Leads nuestros' } });
    expect(answers.explain.data).toMatchObject({ change: 3 });
    expect(answers.data_health.data.freshness).toContainEqual(expect.objectContaining({ source: 'crm', entity: 'lead' }));
  });

  it('tells what is wrong by its code, and how to mend it', async () => {
    const client = await connect(keys.analyst);
    const unknown = await call(client, 'query', { kpis: ['new_leeds'], ...february });
    expect(unknown).toMatchObject({
      failed: true,
      data: { error: { code: 'unknown_kpi', expected: expect.stringContaining('new_leads') } },
    });
    expect(unknown.text).toMatch(/Error unknown_kpi: .*\n[\s\S]*Qué hacer: /);
    for (const given of [{}, { kpis: [] }, { kpis: ['new_leads'], sql: true }, { kpis: ['new_leads'], form: 'x' }, { kpis: 'new_leads' }]) {
      expect(await call(client, 'query', given)).toMatchObject({ failed: true, data: { error: { code: 'input_invalid' } } });
    }
    expect((await call(client, 'records', { kpi: 'new_leads', ...february, limit: 100_000 })).data.error.code).toBe('input_invalid');
  });

  it('reaches nothing that writes, and none but its tools', async () => {
    const client = await connect(keys.analyst);
    for (const name of [...mcpWrites, 'define', 'import', 'forget', 'audit', 'export', 'toString', '__proto__']) {
      await expect(client.callTool({ name, arguments: {} }), name).rejects.toThrow();
    }
  });

  it('is written into the audit log, with the key', async () => {
    await call(await connect(keys.member), 'records', { kpi: 'new_leads', ...february });
    const { entries } = (await company.host.run('audit', { operation: 'records' })) as { entries: readonly unknown[] };
    expect(JSON.stringify(entries)).toContain('ana@empresa.es (ana@empresa.es)');
  });

  it('refuses who has no key, a bad one, or only the session of a browser', async () => {
    const ask = (headers: Record<string, string>, method = 'POST') =>
      fetch(address(), {
        method,
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
        ...(method === 'POST' ? { body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }) } : {}),
      });
    for (const authorization of ['', 'Bearer cuadro_falsa', `Bearer ${keys.analyst}x`, `Basic ${keys.analyst}`]) {
      const refused = await ask({ authorization });
      expect(refused.status, authorization).toBe(401);
      expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(await refused.json()).toMatchObject({ code: 'unauthenticated' });
    }
    const signedIn = company.browser();
    await signedIn.signIn('olga@empresa.es', 'una frase muy mía');
    expect((await signedIn.post('/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/list' })).status).toBe(401);
    expect((await ask({}, 'GET')).status).toBe(401);
    const authorization = `Bearer ${keys.analyst}`;
    expect((await ask({ authorization })).status).toBe(200);
    expect((await ask({ authorization }, 'GET')).status).toBe(405);
    expect((await ask({ authorization, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await ask({ authorization, 'content-type': 'text/plain' })).status).toBe(415);
    await expect(connect('cuadro_falsa')).rejects.toThrow();
  });
});
