import { useEffect, useState } from 'react';
import type { OperationId } from '../../../src/app/api/client-types.ts';

/** How far long work is, as the server tells it. */
export interface RunProgress {
  readonly step: string;
  readonly what: string | null;
  /** 0 to 1; null: it cannot be said. */
  readonly share: number | null;
}

/** Follows what the server says of an operation while `active`. */
export function useRun(operation: OperationId, active: boolean): RunProgress | null {
  const [progress, setProgress] = useState<RunProgress | null>(null);
  useEffect(() => {
    if (!active) return;
    setProgress(null);
    const events = new EventSource('/api/v1/events');
    events.addEventListener('progress', (event: MessageEvent<string>) => {
      const told: { operation: string; step: string; what?: string; done: number | null; total: number | null } = JSON.parse(event.data);
      if (told.operation !== operation) return;
      const share = told.done !== null && told.total ? Math.min(1, told.done / told.total) : null;
      setProgress({ step: told.step, what: told.what ?? null, share });
    });
    return () => events.close();
  }, [operation, active]);
  return progress;
}
