import './look/mantine.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { startEarly } from './api/start-early.ts';
import { SessionProvider } from './api/use-session.ts';
import { turn } from './first/turn.ts';
import { schemeManager } from './look/scheme.ts';
import { theme } from './look/theme.ts';
import { router } from './router.tsx';
import { LanguageProvider } from './words/language.ts';

/** Puts the application in the place of what the page began with. */
export async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  // What was asked for early is handed on, and the page's own code is there, so that what is drawn first is the page. Figures that are
  // still being computed have their places in it.
  const handed = startEarly(queryClient);
  // It ends when the page is drawn.
  void router.load();
  const [matched] = router.getMatchedRoutes(window.location.pathname);
  await Promise.all(matched.map((route) => router.loadRouteChunk(route)));
  await Promise.race([handed, turn()]);
  // A piece at a time, so that a phone answers meanwhile.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        {/* No <style> elements: the content policy refuses them. What they would hold stands in look/mantine.css. */}
        <MantineProvider
          theme={theme}
          defaultColorScheme="auto"
          colorSchemeManager={schemeManager()}
          withCssVariables={false}
          withGlobalClasses={false}
        >
          <QueryClientProvider client={queryClient}>
            <LanguageProvider>
              <SessionProvider>
                <RouterProvider router={router} />
              </SessionProvider>
            </LanguageProvider>
          </QueryClientProvider>
        </MantineProvider>
      </StrictMode>,
    ),
  );
}
