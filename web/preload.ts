import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Modules that the entry loads one after the other: each with what it needs is on its way from the first line of HTML on. */
const application = ['react-dom/client.js', '/src/api/query-client.ts', '/src/router.tsx', '/src/main.tsx'];
/** Pages that are opened most, by their address as `pages/list.ts` has it. */
const pages: Readonly<Record<string, string>> = { '/': '/src/pages/board/board-page.tsx', '/kpis/': '/src/pages/kpi/kpi-page.tsx' };
const font = /ibm-plex-sans-latin-wght-normal-[^/]*\.woff2$/;

/**
 * Names in `index.html` the font of our language, and for `src/first/files.ts` what the application is made of and what the pages that are
 * opened most add to it, so that none of it waits until what comes before it has been read.
 */
export function preload(): Plugin {
  return {
    name: 'cuadro-preload',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return html;
        const files = Object.values(bundle);
        const chunkOf = (module: string) =>
          files.find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module)) ??
          files.find((file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(module)));
        const withImports = (fileName: string, seen: Set<string>): Set<string> => {
          const file = bundle[fileName];
          if (seen.has(fileName) || file?.type !== 'chunk') return seen;
          seen.add(fileName);
          for (const one of file.imports) withImports(one, seen);
          return seen;
        };
        const needed = (modules: readonly string[]): string[] => {
          const seen = new Set<string>();
          for (const module of modules) withImports(chunkOf(module)?.fileName ?? '', seen);
          return [...seen].map((file) => `/${file}`).filter((file) => !html.includes(file));
        };
        const base = needed(application);
        const link = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({ tag: 'link', attrs, injectTo: 'head' });
        const fonts = files.filter(({ fileName }) => font.test(fileName));
        const ofPages = Object.entries(pages).map(([path, page]) => [path, needed([page]).filter((file) => !base.includes(file))]);
        const named = JSON.stringify(Object.fromEntries([['', base], ...ofPages]));
        return [
          ...fonts.map(({ fileName }) => link({ rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${fileName}` })),
          { tag: 'meta', attrs: { name: 'files', content: named }, injectTo: 'head' },
        ];
      },
    },
  };
}
