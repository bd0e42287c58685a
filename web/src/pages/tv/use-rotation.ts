import { useEffect, useState } from 'react';

interface Rotation {
  readonly at: number;
  readonly paused: boolean;
  readonly toggle: () => void;
}

/** Long enough to read six figures aloud. */
const stay = 20_000;

/** One after another, over and over, until it is paused (WCAG 2.2.2); whoever wants less motion finds it paused. */
export function useRotation(count: number, every = stay): Rotation {
  const [at, setAt] = useState(0);
  const [paused, setPaused] = useState(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches);
  useEffect(() => {
    if (paused || count < 2) return;
    const timer = setInterval(() => setAt((now) => now + 1), every);
    return () => clearInterval(timer);
  }, [paused, count, every]);
  return { at: count === 0 ? 0 : at % count, paused, toggle: () => setPaused(!paused) };
}
