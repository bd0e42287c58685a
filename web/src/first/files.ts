/**
 * Has the files of the application and of the page at an address come along, after what is asked for first: `web/preload.ts` has written
 * their names into the HTML.
 */
export function fetchFiles(pathname: string): void {
  const written = document.querySelector<HTMLMetaElement>('meta[name=files]')?.content;
  // Served as they are while somebody works on them, files have no list.
  if (written === undefined) return;
  const files: Readonly<Record<string, readonly string[]>> = JSON.parse(written);
  const page = pathname === '/' ? '/' : /^\/kpis\/\w+$/.test(pathname) ? '/kpis/' : null;
  for (const href of [...(files[''] ?? []), ...(page === null ? [] : (files[page] ?? []))]) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.fetchPriority = 'low';
    link.href = href;
    document.head.append(link);
  }
}
