import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** What a page keeps in its address besides the view: texts, empty where the address says nothing; and how to change some of them. */
export function useAddress<const Key extends string>(
  keys: readonly Key[],
): { readonly address: Readonly<Record<Key, string>>; readonly put: (parts: { readonly [K in Key]?: string }) => void } {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const joined = keys.join(' ');
  const address = useMemo(
    () => Object.fromEntries(joined.split(' ').map((key) => [key, search[key] == null ? '' : String(search[key])])) as Record<Key, string>,
    [search, joined],
  );
  const put = useCallback(
    (parts: { readonly [K in Key]?: string }) =>
      void navigate({
        to: '.',
        search: (before: Readonly<Record<string, unknown>>) =>
          Object.fromEntries(Object.entries({ ...before, ...parts }).filter(([, value]) => value !== undefined && value !== '')),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return { address, put };
}
