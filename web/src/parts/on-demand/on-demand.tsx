import { type ComponentPropsWithRef, type ComponentType, cloneElement, type KeyboardEvent, type ReactElement, useState } from 'react';

export type ButtonElement = ReactElement<ComponentPropsWithRef<'button'>>;

export interface Opened {
  readonly button: ButtonElement;
  /** Whether it was asked for by the keyboard. */
  readonly byKeyboard: boolean;
}

interface Props<Rest extends object> {
  /** All there is until somebody wants what is behind it. */
  readonly button: ButtonElement;
  readonly has: 'menu' | 'dialog' | 'listbox';
  /** The code of the button with what is behind it, which opens as soon as it is there. */
  readonly load: () => Promise<ComponentType<Rest & Opened>>;
  readonly rest: Rest;
}

/**
 * A button whose menu, list or sheet is loaded when somebody comes near it, and drawn when they want it: a page has dozens of them, and
 * of most of them nobody wants anything.
 */
export function OnDemand<Rest extends object>({ button, has, load, rest }: Props<Rest>) {
  const [loaded, setLoaded] = useState<{ readonly As: ComponentType<Rest & Opened>; readonly byKeyboard: boolean } | null>(null);
  if (loaded) return <loaded.As {...rest} button={button} byKeyboard={loaded.byKeyboard} />;
  const open = (byKeyboard: boolean): void => void load().then((As) => setLoaded({ As, byKeyboard }));
  return cloneElement(button, {
    'aria-haspopup': has,
    'aria-expanded': has === 'listbox' ? undefined : false,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    // A click that no pointer made is Enter or the space bar.
    onClick: ({ detail }) => open(detail === 0),
    ...(has === 'listbox' && {
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        open(true);
      },
    }),
  });
}
