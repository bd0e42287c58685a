import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { drawn } from './drawn.ts';
import { keyOf } from './use-operation.ts';

/** What may have changed what is shown; the server names its events so (`src/app/live`). */
const telling = ['data', 'settings', 'missed'];

/** While someone looks, the server says what happens; then what is shown is asked anew, the old values staying until then. */
export function useEvents(listening: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!listening) return;
    let events: EventSource | null = null;
    let gone = false;
    const refresh = (): void => void client.invalidateQueries({ queryKey: keyOf() });
    void drawn().then(() => {
      if (gone) return;
      events = new EventSource('/api/v1/events');
      for (const kind of telling) events.addEventListener(kind, refresh);
      events.addEventListener('notices', () => void client.invalidateQueries({ queryKey: keyOf('notices') }));
    });
    return () => {
      gone = true;
      events?.close();
    };
  }, [client, listening]);
}
