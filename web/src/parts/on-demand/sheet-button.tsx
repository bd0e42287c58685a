import type { ReactNode } from 'react';
import { type ButtonElement, OnDemand } from './on-demand.tsx';

export interface SheetProps {
  /** What is on the sheet; it may close it. */
  readonly sheet: (close: () => void) => ReactNode;
  /** Its name, for whoever has the page read aloud. */
  readonly label?: string;
  readonly position?: 'bottom-start' | 'bottom-end';
  readonly width?: number;
  readonly className?: string | undefined;
}

const load = () => import('./opened-sheet.tsx').then(({ OpenedSheet }) => OpenedSheet);

/** A button with a small sheet behind it: a form, a definition. */
export const SheetButton = ({ button, ...rest }: SheetProps & { readonly button: ButtonElement }) => (
  <OnDemand button={button} has="dialog" load={load} rest={rest} />
);
