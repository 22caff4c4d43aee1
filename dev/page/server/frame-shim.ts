/**
 * Runs in the iframe before the app's bundle: defines the bridge that `@forge/bridge` looks for and carries its calls to the
 * page by messages. Written as text because it is served inline; it may use nothing but the browser.
 */
export const frameShim = `(() => {
  const waiting = new Map();
  const listeners = new Map();
  let calls = 0;
  const say = (message) => parent.postMessage(message, '*');

  const on = (event, callback) => {
    const all = listeners.get(event) ?? new Set();
    listeners.set(event, all.add(callback));
    return { unsubscribe: () => all.delete(callback) };
  };
  const tell = (event, payload) => { for (const callback of listeners.get(event) ?? []) callback(payload); };

  const ask = (command, data) => {
    const id = (calls += 1);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      say({ forge: 'call', id, command, data: data === undefined ? undefined : JSON.parse(JSON.stringify(data)) });
    });
  };

  const here = {
    on: ({ event, callback }) => on(event, callback),
    onPublic: ({ event, callback }) => on(event, callback),
    emit: ({ event, payload }) => say({ forge: 'emit', event, payload }),
    emitPublic: ({ event, payload }) => say({ forge: 'emit', event, payload }),
    subscribeRealtimeChannel: async ({ onEvent, ...wanted }) => {
      const { subscription } = await ask('subscribeRealtimeChannel', wanted);
      const { unsubscribe } = on('realtime:' + subscription, onEvent);
      return { unsubscribe: async () => { unsubscribe(); await ask('unsubscribeRealtimeChannel', { subscription }); } };
    },
  };

  const callBridge = async (command, data) =>
    Object.hasOwn(here, command) ? here[command](data) : ask(command, data);
  globalThis.__bridge = { callBridge };

  const applyTheme = (colorMode) => {
    const root = document.documentElement;
    root.dataset.colorMode = colorMode;
    root.dataset.theme = 'light:light dark:dark spacing:spacing typography:typography shape:shape';
    root.style.colorScheme = colorMode;
  };
  const addTokens = () => new Promise((resolve) => {
    if (document.querySelector('link[data-forge-tokens]')) return resolve();
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/__forge/tokens.css';
    link.dataset.forgeTokens = '';
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });

  addEventListener('message', async ({ source, data }) => {
    if (source !== parent || typeof data !== 'object' || data === null) return;
    if (data.forge === 'answer') {
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.ok) call?.resolve(data.value); else call?.reject(new Error(data.error));
    }
    if (data.forge === 'event') tell(data.event, data.payload);
    if (data.forge === 'theme') { await addTokens(); applyTheme(data.colorMode); tell('themeChanged', { colorMode: data.colorMode }); }
  });

  let told = 0;
  const measure = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told) say({ forge: 'height', height: (told = height) });
  };
  addEventListener('DOMContentLoaded', () => {
    document.body.style.margin = '0';
    document.body.style.overflowY = 'hidden';
    document.body.style.height = 'auto';
    new ResizeObserver(measure).observe(document.body);
    // A browser observes nothing in a frame that is out of sight; its height is still wanted.
    setInterval(measure, 1000);
    measure();
  });
})();`;
