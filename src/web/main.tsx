import './style.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './api/client.ts';
import { followLook } from './frame/theme.ts';
import { beginOffline } from './offline/begin.ts';
import { Toasts } from './parts/toasts.tsx';
import { createDeskRouter } from './router.tsx';
import { tellLanguage } from './text/direction.ts';
import { followKeyboard } from './touch/keyboard.ts';
import { rememberWay } from './touch/walked.ts';

tellLanguage();
followLook();
const client = createClient();
const router = createDeskRouter(client);
rememberWay(router.history);
followKeyboard();
beginOffline((path) => router.history.push(path));
const root = document.getElementById('desk');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
          <Toasts />
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  );
}
