import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** While someone looks, the server says when data have changed; then everything shown is asked anew, old values staying until then. */
export function useEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    const events = new EventSource('/api/v1/events');
    const refresh = (): void => void client.invalidateQueries({ queryKey: ['cuadro'] });
    events.addEventListener('changed', refresh);
    events.addEventListener('data', refresh);
    return () => events.close();
  }, [client]);
}
