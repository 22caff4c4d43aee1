import '@atlaskit/css-reset';
import './shared/styles/page.css';
import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { followTheme } from './bridge';
import { headStart } from './head-start';
import { loadMessage } from './shared/refusals/refusal-notice';

/** How long a surface stays blank before it says that it is opening. */
const PATIENCE_MS = 150;

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

const client = new QueryClient();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const show = (): void =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );

// What the first view waits for is asked before anything is drawn: drawing that it is waited for would hold it up.
void Promise.race([
  headStart(client).catch(() => undefined),
  new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
]).then(show);

// When the network goes, the words for it should already be here.
setTimeout(() => void loadMessage().catch(() => undefined), 2_000);
