import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const squeezed = promisify(brotliCompress);
const isText = /\.(js|css|html|svg)$/;
/** In bytes: less is not worth it. */
const least = 1_024;
/** In bytes: what is larger is a library that comes late, and would take longer than all others together. */
const large = 250_000;

/** Writes beside every file of text what browsers are sent: as small as can be, made once instead of for each who asks. */
export function squeeze(): Plugin {
  return {
    name: 'cuadro-squeeze',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      await Promise.all(
        Object.values(bundle).map(async (file) => {
          const whole = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (!isText.test(file.fileName) || whole.length < least) return;
          const quality = whole.length > large ? 9 : constants.BROTLI_MAX_QUALITY;
          await writeFile(
            join(dir, `${file.fileName}.br`),
            await squeezed(whole, {
              params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length },
            }),
          );
        }),
      );
    },
  };
}
