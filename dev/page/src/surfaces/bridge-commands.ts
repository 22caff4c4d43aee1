import type { NavigateFunction } from 'react-router';
import type { Surface, SurfacePlace } from '../../wire';
import { askBridge } from '../host/host-api';
import type { Notice } from '../parts/notices';

export interface BridgeWorld {
  readonly surface: Surface;
  readonly at: SurfacePlace;
  readonly colorMode: 'light' | 'dark';
  readonly navigate: NavigateFunction;
  readonly notices: {
    show(notice: Omit<Notice, 'id'> & { readonly id?: string }): void;
    close(id: string): void;
  };
  reload(): void;
  enableTheming(): void;
  /** Asks the person whether the app may act in their name; false when they would rather not. */
  askConsent(): Promise<boolean>;
}

type Record_ = Readonly<Record<string, unknown>>;
const recordOf = (value: unknown): Record_ =>
  typeof value === 'object' && value !== null ? (value as Record_) : {};

/** Answers a bridge command of an iframe: what concerns the page here, the rest by the host. Throws for what nobody models. */
export async function answerCommand(
  command: string,
  data: unknown,
  world: BridgeWorld,
): Promise<unknown> {
  switch (command) {
    case 'enableTheming':
      world.enableTheming();
      return undefined;
    case 'emitReadyEvent':
      return undefined;
    case 'reload':
      world.reload();
      return undefined;
    case 'getContext':
      return {
        ...recordOf(await host(command, data, world)),
        theme: { colorMode: world.colorMode },
      };
    case 'showFlag':
      return showFlag(recordOf(data), world);
    case 'closeFlag':
      world.notices.close(String(recordOf(data)['id']));
      return true;
    case 'getUrl':
      return new URL(pathOf(recordOf(data)), window.location.origin).href;
    case 'navigate':
      return goTo(recordOf(data), world);
    default:
      return host(command, data, world);
  }
}

async function host(
  command: string,
  data: unknown,
  { surface, at, askConsent }: BridgeWorld,
): Promise<unknown> {
  const ask = () => askBridge({ surface: surface.key, ...at, command, data });
  let reply = await ask();
  // As Jira does: the question is shown when the error comes out of the app, and the invocation repeated.
  if (!reply.ok && reply.needsConsent === true && (await askConsent())) reply = await ask();
  if (!reply.ok) throw new Error(reply.error);
  return reply.value;
}

const flagTypes = new Set(['success', 'error', 'info', 'warning']);

function showFlag(flag: Record_, { notices }: BridgeWorld): boolean {
  const type = flagTypes.has(String(flag['type'])) ? (flag['type'] as Notice['type']) : 'info';
  notices.show({
    id: String(flag['id']),
    type,
    title: typeof flag['title'] === 'string' ? flag['title'] : '',
    ...(typeof flag['description'] === 'string' ? { description: flag['description'] } : {}),
  });
  return true;
}

function pathOf(location: Record_): string {
  if (location['target'] === 'issue')
    return `/browse/${encodeURIComponent(String(location['issueKey']))}`;
  if (typeof location['url'] === 'string') return location['url'];
  throw new Error(`The dev page cannot navigate to ${JSON.stringify(location)}.`);
}

/** An address of this site stays in the page; another one opens in a new tab, as Jira does after asking. */
function goTo(location: Record_, { navigate }: BridgeWorld): boolean {
  const url = new URL(pathOf(location), window.location.origin);
  if (url.origin !== window.location.origin || location['type'] === 'new-tab') {
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      throw new Error(`The dev page does not open ${url.protocol} addresses.`);
    window.open(url.href, '_blank', 'noopener');
    return true;
  }
  void navigate(url.pathname + url.search + url.hash);
  return true;
}
