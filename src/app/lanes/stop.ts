import { CuadroError } from '../../model/error.ts';

/** When a reader has to stop, and what its caller then hears. */
export interface Stop {
  readonly signal: AbortSignal;
  /** What was thrown, or why it was stopped. */
  explain(thrown: unknown): unknown;
  done(): void;
}

/** Stops when the caller has gone, when the server closes, and after so many seconds (null: never). */
export function stopFor(caller: AbortSignal | null, closing: AbortSignal, seconds: number | null): Stop {
  const own = new AbortController();
  let why: CuadroError | null = null;
  const stop = (error: CuadroError) => (): void => {
    why ??= error;
    own.abort(why);
  };
  const gone = stop(new CuadroError({ code: 'cancelled', blame: 'internal' }));
  const closed = stop(new CuadroError({ code: 'server_closing', blame: 'internal' }));
  const timer = seconds === null ? null : setTimeout(stop(new CuadroError({ code: 'query_timeout', blame: 'internal' })), seconds * 1_000);
  caller?.addEventListener('abort', gone);
  closing.addEventListener('abort', closed);
  if (caller?.aborted) gone();
  if (closing.aborted) closed();
  return {
    signal: own.signal,
    explain: (thrown) => why ?? thrown,
    done: () => {
      if (timer) clearTimeout(timer);
      caller?.removeEventListener('abort', gone);
      closing.removeEventListener('abort', closed);
    },
  };
}
