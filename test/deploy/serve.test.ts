import { expect, it } from 'vitest';
import { cuadro, temporaryFolder } from '../cli/run.ts';

it('cuadro serve listens where the environment says, and --host goes before it', async () => {
  const cwd = temporaryFolder();
  expect((await cuadro(cwd, ['init'])).code).toBe(0);
  const serve = async (...argv: string[]): Promise<string> => {
    const stop = new AbortController();
    let url = '';
    const ran = await cuadro(cwd, ['serve', ...argv], {
      env: { CUADRO_SERVER_HOST: '127.0.0.2', CUADRO_SERVER_PORT: '0', CUADRO_LOG: 'silent' },
      signal: stop.signal,
      stdout: (text) => {
        url = text.trim();
        stop.abort();
      },
    });
    expect(ran.code, ran.stderr).toBe(0);
    return url;
  };
  expect(await serve()).toMatch(/^http:\/\/127\.0\.0\.2:\d+$/);
  expect(await serve('--host', '127.0.0.1')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
}, 60_000);
