import { lazy, type ReactNode, Suspense } from 'react';
import { ApiError } from '../../api/error.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { PushButton } from '../push-button/push-button.tsx';
import { adviceOf, TroubleText } from '../trouble-text/trouble-text.tsx';
import { missingFields } from './missing-fields.ts';
import styles from './state-notice.module.css';

const MissingNotice = lazy(() => import('./missing-notice.tsx').then(({ MissingNotice: it }) => ({ default: it })));

/** The five empties, each with its own words and way on. */
export type Empty = 'notConfigured' | 'noData' | 'noMatch' | 'noRights' | 'goodNews';

interface EmptyProps {
  readonly is: Empty;
  /** Why, in a sentence. */
  readonly children?: ReactNode;
  /** The way on: a link or a button. */
  readonly action?: ReactNode;
}

/** Nothing to show, and why; what to do about it. */
export function EmptyNotice({ is, children, action }: EmptyProps) {
  const say = useWords(partsWords);
  return (
    <div className={styles.notice} data-is={is}>
      <p className={styles.title}>{say(`${is}Title`)}</p>
      {(children ?? is === 'noRights') && <p>{children ?? say('noRightsHelp')}</p>}
      {action}
    </div>
  );
}

interface TroubleProps {
  readonly error: Error;
  readonly onRetry?: () => void;
  /** What still works, or from when what is shown is. */
  readonly children?: ReactNode;
}

/** What failed, in the server's words; what still works; another try. No rights and no data are no failures and say so. */
export function TroubleNotice({ error, onRetry, children }: TroubleProps) {
  const say = useWords(partsWords);
  const problem = error instanceof ApiError ? error.problem : null;
  const code = error instanceof ApiError ? error.code : null;
  if (code === 'forbidden' || code === 'not_signed_in') return <EmptyNotice is="noRights">{problem?.detail}</EmptyNotice>;
  if (code === 'kpi_unavailable' && problem?.found) {
    return (
      <Suspense fallback={<EmptyNotice is="noData" />}>
        <MissingNotice fields={missingFields(problem.found)} />
      </Suspense>
    );
  }
  const { fix } = adviceOf(error);
  return (
    <div className={styles.notice} data-is="trouble" role="alert">
      <p className={styles.title}>{say('errorTitle')}</p>
      <p>
        <TroubleText error={error} />
      </p>
      {fix && <p>{fix}</p>}
      {children}
      {onRetry && <PushButton onClick={onRetry}>{say('retry')}</PushButton>}
    </div>
  );
}

/** Stands where something comes, with its size, from 300 ms on; nobody reads or reaches it. */
export function Skeleton({ height, className }: { readonly height: number | string; readonly className?: string | undefined }) {
  return <div aria-hidden="true" className={[styles.skeleton, className].filter(Boolean).join(' ')} style={{ height }} />;
}

/** Old values stay while new ones come; this says so. */
export function Updating({ children, active }: { readonly children: ReactNode; readonly active: boolean }) {
  const say = useWords(partsWords);
  return (
    <div className={styles.updating} data-active={active || undefined} aria-busy={active}>
      {active && <p className={styles.flag}>{say('updating')}</p>}
      <div className={styles.old}>{children}</div>
    </div>
  );
}
