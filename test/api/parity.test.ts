import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId, OperationInput } from '../../src/app/api/client-types.ts';
import { type Host, openHost } from '../../src/app/host.ts';
import type { Operation } from '../../src/app/operation.ts';
import { operations } from '../../src/app/operation-list.ts';
import { localActor } from '../../src/app/rights/actor.ts';
import { callOperation } from '../../src/app/run-operation.ts';
import { askServer } from '../../src/app/socket/client.ts';
import { buildApp } from '../../src/server/http/app.ts';
import { httpOptions } from '../../src/server/http/options.ts';
import { call, requestOf } from '../../web/src/api/call.ts';
import { ApiError } from '../../web/src/api/error.ts';
import { cuadro } from '../cli/run.ts';
import { copyDemo } from '../demo.ts';
import { readCases } from './cases.ts';

const now = () => Temporal.Instant.from('2026-07-15T10:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'cuadro-parity-'));
const tried = Object.entries(readCases).flatMap(([id, cases]) => cases.map((one, index) => ({ id, name: `${id} ${index + 1}`, ...one })));

let host: Host;
let app: FastifyInstance;
/** What each case gave in the process, without a server. */
const alone = new Map<string, unknown>();

const operationOf = (id: string): Operation => {
  const operation = operations.get(id);
  if (!operation) throw new Error(id);
  return operation;
};

/** The web's own call, with the server's `inject` for a network. */
const inject = async (url: string | URL | Request, { method = 'GET', headers, body }: RequestInit = {}): Promise<Response> => {
  const sent = new Headers(headers);
  if (method !== 'GET') sent.set('origin', 'http://localhost');
  const answered = await app.inject({
    method: method as 'GET',
    url: String(url),
    headers: { host: 'localhost', ...Object.fromEntries(sent) },
    ...(typeof body === 'string' ? { payload: body } : {}),
  });
  return new Response(answered.body, {
    status: answered.statusCode,
    headers: { 'content-type': String(answered.headers['content-type']) },
  });
};

const overRest = (id: string, input: object): Promise<unknown> =>
  call(id as OperationId, input as OperationInput<OperationId>, { fetch: inject });

beforeAll(async () => {
  await copyDemo(folder, 0.02);
  for (const { id, name, input } of tried) {
    const answered = callOperation(operationOf(id), input, { folder, now, progress: () => undefined });
    alone.set(name, await answered.catch((error: unknown) => ({ failed: String(error) })));
  }
  host = await openHost(folder, now);
  app = await buildApp(host, httpOptions({ host: '127.0.0.1', actorOf: async () => localActor }));
});

afterAll(async () => {
  await app?.close();
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sums over the same rows may differ in their last bits by the order of adding, which is the threads'. */
const rounded = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer ?? null, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value)));

describe('every reading operation on the sample company', () => {
  it.each(tried)('$name answers what its schema says, and nothing else', ({ id, name }) => {
    const answered = alone.get(name);
    const parsed = operationOf(id).output.safeParse(answered);
    expect(parsed.error?.issues ?? []).toEqual([]);
    // What the schema does not know would have been left out.
    expect(parsed.data).toEqual(answered);
    expect(JSON.parse(JSON.stringify(answered))).toEqual(answered);
  });

  it.each(tried)('$name answers the same by the socket', async ({ id, name, input, changes }) => {
    const answered = await askServer(folder, { operation: id, input }, () => undefined);
    if (changes) expect(operationOf(id).output.safeParse(answered?.result).error?.issues ?? []).toEqual([]);
    else expect(rounded(answered?.result)).toEqual(rounded(alone.get(name)));
  });

  it.each(tried)('$name answers the same over REST', async ({ id, name, input, changes }) => {
    const answered = await overRest(id, input);
    if (changes) expect(operationOf(id).output.safeParse(answered).error?.issues ?? []).toEqual([]);
    else expect(rounded(answered)).toEqual(rounded(alone.get(name)));
  });
});

describe('an error has one code', () => {
  const wrong: readonly {
    readonly code: string;
    readonly status: number;
    readonly argv: readonly string[];
    readonly id: string;
    readonly input: object;
  }[] = [
    { code: 'unknown_kpi', status: 404, argv: ['query', '--kpi', 'nope'], id: 'query', input: { kpis: ['nope'] } },
    { code: 'unknown_kpi', status: 404, argv: ['advise', '--fitness', 'nope'], id: 'fitness', input: { kpi: 'nope' } },
    {
      code: 'unknown_dimension',
      status: 422,
      argv: ['query', '--kpi', 'total_sales', '--by', 'nope'],
      id: 'query',
      input: { kpis: ['total_sales'], by: ['nope'] },
    },
    {
      code: 'unknown_variant',
      status: 422,
      argv: ['query', '--kpi', 'total_sales', '--variant', 'nope'],
      id: 'query',
      input: { kpis: ['total_sales'], variant: 'nope' },
    },
    {
      code: 'range_reversed',
      status: 422,
      argv: ['records', '--kpi', 'total_sales', '--from', '2026-06-01', '--to', '2026-05-01'],
      id: 'records',
      input: { kpi: 'total_sales', from: '2026-06-01', to: '2026-05-01' },
    },
    {
      code: 'unknown_segment',
      status: 422,
      argv: ['query', '--kpi', 'total_sales', '--where', 'segment=nope'],
      id: 'query',
      input: { kpis: ['total_sales'], where: [{ dimension: 'segment', op: '=', value: 'nope' }] },
    },
    {
      code: 'cohort_measure',
      status: 422,
      argv: ['cohorts', '--kind', 'leads', '--measure', 'retention'],
      id: 'cohorts',
      input: { kind: 'leads', measure: 'retention' },
    },
    { code: 'unknown_goal', status: 422, argv: ['advise', '--goal', 'xyzzy'], id: 'advise', input: { goals: ['xyzzy'] } },
    { code: 'batch_unknown', status: 404, argv: ['undo', 'b_99'], id: 'undo', input: { batch: 'b_99' } },
    {
      code: 'nothing_to_compare',
      status: 422,
      argv: ['explain', '--kpi', 'nps', '--from', '1999-01-01', '--to', '1999-01-31'],
      id: 'explain',
      input: { kpi: 'nps', from: '1999-01-01', to: '1999-01-31' },
    },
  ];

  it.each(wrong)('$code by `cuadro $argv.0`, over REST and by the socket', async ({ code, status, argv, id, input }) => {
    const ran = await cuadro(folder, [...argv, '--data', folder, '--json']);
    expect(ran.code).toBe(2);
    expect(ran.json().error.code).toBe(code);
    const refused = await overRest(id, input).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiError);
    expect(refused).toMatchObject({ code, status, problem: { status, code, language: 'es' } });
    if (refused instanceof ApiError) {
      const { message, expected, found, fix } = ran.json().error;
      expect(refused.problem).toMatchObject({ detail: message, expected, found, fix });
      expect(refused.problem?.type).toBe(`/api?lang=es#${code}`);
    }
  });

  it('is told in the language asked for', async () => {
    const { method, url, body } = requestOf('query', { kpis: ['nope'] });
    const response = await inject(url, {
      method,
      body,
      headers: { 'content-type': 'application/json', 'accept-language': 'fr, en-GB;q=0.8, es;q=0.5' },
    });
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ language: 'en', title: 'Not found', status: 404 });
  });

  it.each([
    ['no JSON', '{"kpis":', 'application/json', 400, 'body_unreadable'],
    ['no object', '[1]', 'application/json', 400, 'input_invalid'],
    ['another type', 'kpis=1', 'application/x-www-form-urlencoded', 415, 'body_type_unsupported'],
    ['a field that is not there', '{"kpis":["total_sales"],"sequel":true}', 'application/json', 400, 'input_invalid'],
    [
      'a field too many that would be of the prototype',
      '{"kpis":["total_sales"],"__proto__":{"sql":true}}',
      'application/json',
      400,
      'body_unreadable',
    ],
  ])('refuses a body that is %s', async (_, body, type, status, code) => {
    const response = await inject('/api/v1/query', { method: 'POST', body, headers: { 'content-type': type } });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
  });
});
