import { type ButtonElement, OnDemand } from './on-demand.tsx';

/** A line of a menu: what can be done, a heading, or the rule between two groups. */
export type MenuEntry =
  | {
      readonly label: string;
      readonly onClick: () => void;
      /** Whether it is what holds now. */
      readonly current?: boolean;
      readonly lang?: string;
    }
  | { readonly heading: string }
  | 'rule';

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  readonly position?: 'bottom-end' | 'top-start';
  readonly width?: number;
}

const load = () => import('./opened-menu.tsx').then(({ OpenedMenu }) => OpenedMenu);

/** A button with a menu behind it. */
export const MenuButton = ({ button, ...rest }: MenuProps & { readonly button: ButtonElement }) => (
  <OnDemand button={button} has="menu" load={load} rest={rest} />
);
