// Before the first paint: the theme and the language kept by the browser, so that nothing flashes. A file of its own because the
// content policy forbids inline scripts.
(() => {
  const root = document.documentElement;
  let theme = null;
  let language = null;
  try {
    theme = localStorage.getItem('cuadro.theme');
    language = localStorage.getItem('cuadro.language');
  } catch {
    // A browser that keeps nothing still shows the page.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  if (language === 'en' || language === 'es') root.lang = language;
})();
