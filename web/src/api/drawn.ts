import { painted } from '../first/turn.ts';

/** As long as what comes later waits at most for a moment of rest. */
const patience = 300;

const rest = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: patience });
    else setTimeout(resolve, 50);
  });

let first: Promise<void> | null = null;

/** Resolves when the page that was opened first stands there and the browser has nothing else to do; of every page after it, at once. */
export function drawn(): Promise<void> {
  first ??= painted().then(rest);
  return first;
}
