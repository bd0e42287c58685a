import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface Options {
  /** In order. */
  readonly keys: readonly string[];
  readonly onMove: (from: number, to: number) => void;
  /** Escape while dragging: back to the order of before. */
  readonly onRevert: (order: readonly string[]) => void;
}

export interface Sorting {
  /** What is being dragged. */
  readonly held: string | null;
  readonly move: (key: string, to: number) => void;
  /** Puts the focus on the handle of a thing, once what changes has changed. */
  readonly focus: (key: string) => void;
  /** Of the handle of a thing, which is a button. */
  readonly handle: (key: string) => {
    readonly 'data-handle': string;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** How far the arrows, Home and End take a thing. */
function targetOf(key: string, from: number, last: number): number | null {
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, from - 1);
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(last, from + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}

/**
 * Sorts things on a page by dragging one over another (each has `data-place`), by the arrow keys on its handle, or by what else calls `move`. The
 * events are heard at the window: an element that is moved within the document loses what it had captured, and its focus, which is given back.
 */
export function useSorting(options: Options): Sorting {
  const [held, setHeld] = useState<string | null>(null);
  const now = useRef(options);
  now.current = options;
  const order = useRef<readonly string[]>([]);
  const toFocus = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (toFocus.current === null) return;
    document.querySelector<HTMLElement>(`[data-handle="${CSS.escape(toFocus.current)}"]`)?.focus();
    toFocus.current = null;
  });
  const move = (key: string, to: number): void => {
    const { keys, onMove } = now.current;
    const from = keys.indexOf(key);
    if (from >= 0 && to !== from && to >= 0 && to < keys.length) onMove(from, to);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `move` reads what is current
  useEffect(() => {
    if (held === null) return;
    const ending = new AbortController();
    const { signal } = ending;
    const onPointer = ({ clientX, clientY }: globalThis.PointerEvent): void => {
      const over = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-place]')?.dataset.place;
      if (over !== undefined && over !== held) move(held, now.current.keys.indexOf(over));
    };
    const end = (): void => setHeld(null);
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      now.current.onRevert(order.current);
      end();
    };
    window.addEventListener('pointermove', onPointer, { signal });
    window.addEventListener('pointerup', end, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('keydown', onKey, { signal });
    return () => ending.abort();
  }, [held]);
  return {
    held,
    move,
    focus: (key) => {
      toFocus.current = key;
    },
    handle: (key) => ({
      'data-handle': key,
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        order.current = now.current.keys;
        setHeld(key);
      },
      onKeyDown: (event) => {
        const { keys } = now.current;
        const to = targetOf(event.key, keys.indexOf(key), keys.length - 1);
        if (to === null) return;
        event.preventDefault();
        toFocus.current = key;
        move(key, to);
      },
    }),
  };
}
