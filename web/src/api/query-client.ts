import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './error.ts';

/** What is worth asking again: the server was away or busy; not what it refused. */
const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status === 503 || error.status === 429);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Figures change when data are loaded; the server says so (`use-events.ts`).
      staleTime: 5 * 60_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && isPassing(error),
    },
  },
});
