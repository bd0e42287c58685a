import { isMantineColorScheme, type MantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';

const kept = 'cuadro.theme';

/** The theme chosen, kept where `boot.js` finds it before the first paint. */
export function schemeManager(): MantineColorSchemeManager {
  let onStorage: ((event: StorageEvent) => void) | null = null;
  const stop = (): void => {
    if (onStorage) window.removeEventListener('storage', onStorage);
  };
  return {
    get: (fallback: MantineColorScheme) => {
      try {
        const value = localStorage.getItem(kept);
        return isMantineColorScheme(value) ? value : fallback;
      } catch {
        return fallback;
      }
    },
    set: (value) => {
      try {
        localStorage.setItem(kept, value);
      } catch {
        // Shown, if not kept.
      }
    },
    subscribe: (onUpdate) => {
      onStorage = ({ key, newValue }) => {
        if (key === kept && isMantineColorScheme(newValue)) onUpdate(newValue);
      };
      window.addEventListener('storage', onStorage);
    },
    unsubscribe: stop,
    clear: () => localStorage.removeItem(kept),
  };
}
