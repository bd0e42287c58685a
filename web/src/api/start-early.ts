import type { QueryClient } from '@tanstack/react-query';
import { early } from './early.ts';
import { keyOf } from './use-operation.ts';

/** Hands on what was asked for early. Resolves when all of it is there. */
export async function startEarly(client: QueryClient): Promise<void> {
  await Promise.all(
    early.map(({ id, input, language, answer }) =>
      client.prefetchQuery({ queryKey: [...keyOf(id, input), language], queryFn: () => answer }),
    ),
  );
}
