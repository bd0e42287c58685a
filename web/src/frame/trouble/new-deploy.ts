const kept = 'cuadro.reloaded';

interface Page {
  /** The script by which this page began, as its HTML names it: `/assets/index-1a2b.js`. */
  readonly entry: string | null;
  /** The HTML that the server gives now; null when it does not answer. */
  readonly now: string | null;
  /** The script for which it was reloaded before, in this tab. */
  readonly reloaded: string | null;
}

/** Whether to load the page anew: another version is served, and this was not tried for it yet. A server that is away is no new version. */
export function isNewDeploy({ entry, now, reloaded }: Page): boolean {
  if (entry === null || now === null) return false;
  return now.includes('type="module"') && !now.includes(entry) && reloaded !== entry;
}

/** A page that was open while Cuadro was updated asks for files that are gone: it is loaded anew, once, and nobody sees an error. */
export function reloadOnNewDeploy(): void {
  window.addEventListener('vite:preloadError', () => {
    // The last of them names all others; what stands before it may stay the same from version to version.
    const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')];
    const entry = scripts.at(-1)?.getAttribute('src') ?? null;
    void fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } })
      .then((response) => (response.ok ? response.text() : null))
      .catch(() => null)
      .then((now) => {
        if (!isNewDeploy({ entry, now, reloaded: sessionStorage.getItem(kept) })) return;
        sessionStorage.setItem(kept, entry ?? '');
        window.location.reload();
      });
  });
}
