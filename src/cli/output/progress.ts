import type { Progress } from '../../app/operation.ts';
import { cliWords } from '../../i18n/cli.ts';
import type { Language } from '../../i18n/language.ts';
import type { Effects } from '../effects.ts';

const everyMs = 200;

/** Progress on standard error: one line that overwrites itself on a terminal, else a line for each new step. */
export function progressLine(effects: Effects, language: Language): { show: (progress: Progress) => void; clear: () => void } {
  const words = cliWords(language);
  let last = Number.NEGATIVE_INFINITY;
  let step = '';
  let shown = 0;
  const clear = (): void => {
    if (effects.interactive && shown > 0) effects.stderr(`\r${' '.repeat(shown)}\r`);
    shown = 0;
  };
  return {
    clear,
    show: (progress) => {
      const changed = progress.step !== step;
      step = progress.step;
      const time = performance.now();
      if (!changed && (!effects.interactive || time - last < everyMs)) return;
      last = time;
      const share = progress.total && progress.done !== null ? ` ${Math.floor((100 * progress.done) / progress.total)} %` : '';
      const count =
        progress.done !== null && !share
          ? ` ${new Intl.NumberFormat(language).format(progress.done)}${progress.unit ? ` ${progress.unit}` : ''}`
          : '';
      const what = progress.what ? ` ${progress.what}` : '';
      const text = `${words.steps[progress.step] ?? progress.step}${what}…${share}${count}`;
      if (effects.interactive) {
        effects.stderr(`\r${text.padEnd(shown)}`);
        shown = Math.max(shown, text.length);
      } else effects.stderr(`${text}\n`);
    },
  };
}
