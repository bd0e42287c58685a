import { ApiError } from '../../api/error.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';

/** Whether the session is over: what the server advises, a key too, is nothing for a person at a page. */
const isSessionOver = (error: Error): boolean => error instanceof ApiError && error.code === 'unauthenticated';

/** What of an error's own advice is for a person at a page. */
export const adviceOf = (error: Error | null): { readonly expected: string | null; readonly fix: string | null } =>
  error instanceof ApiError && error.problem !== null && !isSessionOver(error) ? error.problem : { expected: null, fix: null };

/** What went wrong, in the server's words, or in ours when none of its own came: it was silent, or something before it answered. */
export function useTroubleText(): (error: Error) => string {
  const say = useWords(partsWords);
  return (error) => {
    if (!(error instanceof ApiError)) return error.message;
    if (isSessionOver(error)) return say('sessionOver');
    if (error.problem) return error.problem.detail;
    return error.code === 'unreachable' ? say('unreachable') : say('answeredBadly', { status: error.status });
  };
}

/** The same, with the way back in when the session is over: beside this page, so that what was written stays. */
export function TroubleText({ error }: { readonly error: Error }) {
  const say = useWords(partsWords);
  const text = useTroubleText();
  return (
    <>
      {text(error)}
      {isSessionOver(error) && (
        <>
          {' '}
          <a href="/sign-in" target="_blank" rel="noopener">
            {say('signInAside')}
          </a>
        </>
      )}
    </>
  );
}
