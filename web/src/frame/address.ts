import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';

type Parts<Key extends string> = { readonly [K in Key]?: string };

interface Address<Key extends string> {
  readonly address: Readonly<Record<Key, string>>;
  /** Changes some of them in place, as a choice among what is shown. */
  readonly put: (parts: Parts<Key>) => void;
  /** The same as a step of its own, which the browser's «back» takes back: a tab, a step, a drawer. */
  readonly go: (parts: Parts<Key>) => void;
  /** Takes back the `go` that opened it, where nothing has been gone to since; else, as after a link, it puts. */
  readonly shut: (parts: Parts<Key>) => void;
}

/** What a page keeps in its address besides the view: texts, empty where the address says nothing; and how to change some of them. */
export function useAddress<const Key extends string>(keys: readonly Key[]): Address<Key> {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { history } = useRouter();
  /** Where the history stood once `go` had opened something. */
  const openedAt = useRef<number | null>(null);
  const joined = keys.join(' ');
  const address = useMemo(
    () => Object.fromEntries(joined.split(' ').map((key) => [key, search[key] == null ? '' : String(search[key])])) as Record<Key, string>,
    [search, joined],
  );
  const change = useCallback(
    (parts: Parts<Key>, replace: boolean) =>
      void navigate({
        to: '.',
        search: (before: Readonly<Record<string, unknown>>) =>
          Object.fromEntries(Object.entries({ ...before, ...parts }).filter(([, value]) => value !== undefined && value !== '')),
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const put = useCallback((parts: Parts<Key>) => change(parts, true), [change]);
  const go = useCallback(
    (parts: Parts<Key>) => {
      const isOpened = Object.keys(parts).every((key) => address[key as Key] === '');
      openedAt.current = isOpened ? history.location.state.__TSR_index + 1 : null;
      change(parts, false);
    },
    [change, history, address],
  );
  const shut = useCallback(
    (parts: Parts<Key>) => {
      if (openedAt.current === history.location.state.__TSR_index) history.back();
      else put(parts);
    },
    [history, put],
  );
  return { address, put, go, shut };
}
