/**
 * A page that holds one surface of one issue and nothing else, so that only the surface is timed: it hands the surface's calls to the
 * server, as Jira's page does.
 */
export function hostPage(surface: string, src: string, issueKey: string): string {
  return `<!doctype html>
<meta charset="utf-8"><title>${surface}</title>
<iframe title="${surface}" src="${src}?surface=${surface}" sandbox="allow-scripts allow-forms" style="width: 100%; height: 900px"></iframe>
<script>
  const frame = document.querySelector('iframe');
  const say = (message) => frame.contentWindow.postMessage(message, '*');
  const ask = async (command, data) => {
    const body = JSON.stringify({ surface: ${JSON.stringify(surface)}, issueKey: ${JSON.stringify(issueKey)}, command, data });
    return (await fetch('/__forge/bridge', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json();
  };
  addEventListener('message', async ({ source, data }) => {
    if (source !== frame.contentWindow || data?.forge !== 'call') return;
    if (data.command === 'enableTheming') say({ forge: 'theme', colorMode: 'light' });
    const here = ['enableTheming', 'emitReadyEvent'].includes(data.command);
    say({ forge: 'answer', id: data.id, ...(here ? { ok: true } : await ask(data.command, data.data)) });
  });
</script>`;
}

/** The page's own script is written into it; the surface in the frame keeps the policy that Forge gives it. */
export const HOST_POLICY =
  "default-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'";
