import { Writable } from 'node:stream';
import { storeUrlOf } from '../../app/config/store-url.ts';
import { prepareFirstBoard } from '../../app/first-board.ts';
import { openHost } from '../../app/host.ts';
import { startJobs } from '../../app/jobs/start.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import { CuadroError } from '../../model/error.ts';
import { startServer } from '../../server/serve.ts';
import type { Command } from '../command.ts';
import type { Effects } from '../effects.ts';
import { noArguments } from '../option-spec.ts';

const levels = ['silent', 'error', 'warn', 'info', 'debug'];

/** To standard error, a line of JSON a request; at a terminal only what goes wrong. CUADRO_LOG says otherwise. */
function logOf({ env, interactive, stderr }: Effects): { readonly level: string; readonly stream: Writable } {
  const asked = env.CUADRO_LOG || (interactive ? 'error' : 'info');
  if (!levels.includes(asked))
    throw new CuadroError({
      code: 'config_invalid',
      where: 'CUADRO_LOG',
      found: asked,
      expected: levels.join(', '),
      params: { key: 'CUADRO_LOG' },
    });
  const stream = new Writable({
    write: (chunk, _, done) => {
      stderr(String(chunk));
      done();
    },
  });
  return { level: asked, stream };
}

export const serve: Command = {
  name: 'serve',
  words: {
    es: 'Abre Cuadro en el navegador; solo para este equipo, salvo que se diga otra cosa con --host.',
    en: 'Serves Cuadro to a browser; to this machine only, unless --host says otherwise.',
  },
  arguments: noArguments,
  options: {
    port: {
      kind: 'value',
      value: 'P',
      words: {
        es: 'puerto (server.port de cuadro.yaml, o 4477); si está ocupado, el siguiente',
        en: 'port (server.port of cuadro.yaml, or 4477); the next one if it is taken',
      },
    },
    host: {
      kind: 'value',
      value: 'H',
      words: {
        es: 'dirección en la que escuchar (server.host de cuadro.yaml, o 127.0.0.1)',
        en: 'address to listen on (server.host of cuadro.yaml, or 127.0.0.1)',
      },
    },
  },
  examples: ['cuadro serve', 'cuadro serve --port 8080'],
  run: async (call) => {
    const { values } = call.options;
    const asked = values.get('port');
    if (asked !== undefined && (!/^\d{1,5}$/.test(asked) || Number(asked) > 65_535)) {
      throw new CuadroError({ code: 'option_invalid', where: '--port', found: asked, expected: '0 … 65535', params: { command: 'serve' } });
    }
    const host = await openHost(call.folder, call.effects.now, storeUrlOf(call.effects.env), call.effects.env);
    try {
      const { settings, config } = await host.workspace();
      const server = await startServer(host, {
        host: values.get('host') ?? config.server.host,
        port: asked === undefined ? config.server.port : Number(asked),
        now: call.effects.now,
        log: logOf(call.effects),
      });
      const jobs = startJobs(host, call.effects.now);
      void prepareFirstBoard(host, call.effects.signal);
      if (call.json) call.printJson({ url: server.url, first_run: server.firstRun });
      else call.print(server.url);
      call.note(fill(cliWords(call.language).notes.serving, { name: settings.name }));
      if (server.firstRun !== null) call.note(fill(cliWords(call.language).notes.firstRun, { link: server.firstRun }));
      await new Promise<void>((resolve) => {
        if (call.effects.signal.aborted) resolve();
        call.effects.signal.addEventListener('abort', () => resolve());
      });
      await jobs.close();
      await server.close();
    } finally {
      await host.close();
    }
    return 0;
  },
};
