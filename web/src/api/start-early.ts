import type { QueryClient } from '@tanstack/react-query';
import { languageShown } from '../words/language.ts';
import { call } from './call.ts';
import { keyOf } from './use-operation.ts';

/** Asks for what every page begins with, before there is a page: who asks, and of what company. */
export function startEarly(client: QueryClient): void {
  const language = languageShown();
  for (const id of ['session', 'company'] as const) {
    void client.prefetchQuery({
      queryKey: [...keyOf(id, {}), language],
      queryFn: ({ signal }) => call(id, {}, { signal, language }),
    });
  }
}
