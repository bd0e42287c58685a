// Serves the workspace named with the web application, as the sample company is served, and tells its parent the address and a board of 30 cards.
import { openHost } from '../../src/app/host.ts';
import { defaultLimits } from '../../src/server/http/limits.ts';
import { startServer } from '../../src/server/serve.ts';

const [folder = '', cards = '30'] = process.argv.slice(2);
const host = await openHost(folder, () => Temporal.Now.instant());
const server = await startServer(host, { host: '127.0.0.1', port: 0, limits: { ...defaultLimits, requests: 1_000_000_000 } });

interface Listed {
  readonly kpis: readonly { readonly id: string; readonly computable: boolean }[];
}
const { kpis } = (await host.run('kpis', { language: 'es' })) as Listed;
const shown = kpis.filter(({ computable }) => computable).slice(0, Number(cards));
const board = (await host.run('save_board', {
  name: 'Bench',
  shared: true,
  layout: { cards: shown.map(({ id }) => ({ kpi: id })) },
})) as { readonly id: string };

const close = async (): Promise<void> => {
  await server.close();
  await host.close();
  process.exit(0);
};
process.on('disconnect', () => void close());
process.send?.({ url: server.url, board: board.id });
