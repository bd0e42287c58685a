import { type RefCallback, useCallback, useLayoutEffect, useRef } from 'react';

/**
 * For what `OnDemand` puts in a button's place: the focus, which was on that button, goes to this one, and then it opens, so that the focus
 * comes back here when it is closed. Before the next key can come, which would go to nothing.
 * @returns what takes hold of the button
 */
export function useOpened(open: () => void): RefCallback<HTMLButtonElement> {
  const button = useRef<HTMLButtonElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useLayoutEffect(() => {
    button.current?.focus({ preventScroll: true });
    open();
  }, []);
  return useCallback((element: HTMLButtonElement | null) => {
    button.current = element;
  }, []);
}
