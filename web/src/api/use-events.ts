import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keyOf } from './use-operation.ts';

/** What may have changed what is shown; the server names its events so (`src/app/live`). */
const telling = ['data', 'settings', 'missed'];

/** While someone looks, the server says what happens; then what is shown is asked anew, the old values staying until then. */
export function useEvents(listening: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!listening) return;
    const events = new EventSource('/api/v1/events');
    const refresh = (): void => void client.invalidateQueries({ queryKey: keyOf() });
    for (const kind of telling) events.addEventListener(kind, refresh);
    events.addEventListener('notices', () => void client.invalidateQueries({ queryKey: keyOf('notices') }));
    return () => events.close();
  }, [client, listening]);
}
