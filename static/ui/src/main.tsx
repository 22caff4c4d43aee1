import '@atlaskit/css-reset';
import './shared/page.css';
import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { followTheme } from './bridge';
import { loadMessage } from './shared/refusal-notice';

// Inside Jira the person's attention moves between frames of one visible page, which only `focus` tells.
focusManager.setEventListener((attend) => {
  const listener = (): void => attend();
  window.addEventListener('focus', listener);
  window.addEventListener('visibilitychange', listener);
  return () => {
    window.removeEventListener('focus', listener);
    window.removeEventListener('visibilitychange', listener);
  };
});

// Without a theme everything still reads, so its failure is no reason to show nothing.
followTheme().catch(() => undefined);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);

// When the network goes, the words for it should already be here.
setTimeout(() => void loadMessage().catch(() => undefined), 2_000);
