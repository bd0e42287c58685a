/** Lets the browser do what waits, and comes back: a phone answers to a finger between two pieces of work. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Resolves when what stands in the document has been painted. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    // A tab that nobody looks at paints nothing.
    if (document.hidden) resolve();
    // The next frame begins when this one has been handed on.
    else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
