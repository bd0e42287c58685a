/**
 * As an element's `ref`: it has the focus as soon as it is there, before the next key can come. Given by its name, not wrapped in a function
 * made anew each time, or it takes the focus back whenever the page is drawn.
 */
export const takeFocus = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });
