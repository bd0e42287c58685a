import { useSyncExternalStore } from 'react';
import { Unseen } from '../unseen/unseen.tsx';

let text = '';
const listeners = new Set<() => void>();

/** Says something to whoever has the page read aloud: «12 tarjetas actualizadas». Sparingly: what is seen needs no saying. */
export function announce(message: string): void {
  text = message;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Stands once, in the shell. */
export function LiveRegion() {
  const message = useSyncExternalStore(subscribe, () => text);
  return <Unseen role="status">{message}</Unseen>;
}
