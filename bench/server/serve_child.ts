// Serves the workspace named, without limits of requests, and tells its parent the address and a key. Ends with its parent.
import { openHost } from '../../src/app/host.ts';
import { defaultLimits } from '../../src/server/http/limits.ts';
import { startServer } from '../../src/server/serve.ts';

const [folder = ''] = process.argv.slice(2);
const host = await openHost(folder, () => Temporal.Now.instant());
const server = await startServer(host, {
  host: '127.0.0.1',
  port: 0,
  web: null,
  limits: { ...defaultLimits, requests: 1_000_000_000 },
});

const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
  const response = await fetch(new URL(path, server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json() as Promise<Record<string, unknown>>;
};
const email = 'bench@example.com';
const token = String(server.firstRun).split('#')[1];
await post('/api/v1/invitations/accept', { token, name: 'Bench', email, password: crypto.randomUUID() });
const made = await host.run('make_key', { name: 'bench', permissions: ['kpi.read'], member: email });
const key = typeof made === 'object' && made !== null && 'secret' in made ? String(made.secret) : '';

const close = async (): Promise<void> => {
  await server.close();
  await host.close();
  process.exit(0);
};
process.on('disconnect', () => void close());
process.send?.({ url: server.url, key });
