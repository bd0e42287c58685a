import '@fontsource-variable/ibm-plex-sans/wght.css';
import './look/mantine.css';
import './look/tokens.css';
import './look/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { startEarly } from './api/start-early.ts';
import { SessionProvider } from './api/use-session.ts';
import { reloadOnNewDeploy } from './frame/trouble/new-deploy.ts';
import { schemeManager } from './look/scheme.ts';
import { theme } from './look/theme.ts';
import { router } from './router.tsx';

reloadOnNewDeploy();
// The page's own code, and who asks, are on their way while the frame is drawn.
void router.load();
startEarly(queryClient);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

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
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
