/** What an iframe's bridge says to the page. Anything else that arrives is not for us. */
export type FromFrame =
  | {
      readonly forge: 'call';
      readonly id: number;
      readonly command: string;
      readonly data: unknown;
    }
  | { readonly forge: 'emit'; readonly event: string; readonly payload: unknown }
  | { readonly forge: 'height'; readonly height: number };

export type ToFrame =
  | { readonly forge: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly forge: 'answer'; readonly id: number; readonly ok: false; readonly error: string }
  | { readonly forge: 'event'; readonly event: string; readonly payload: unknown }
  | { readonly forge: 'theme'; readonly colorMode: 'light' | 'dark' };

export function fromFrame(data: unknown): FromFrame | null {
  if (typeof data !== 'object' || data === null || !('forge' in data)) return null;
  if (data.forge === 'height' && 'height' in data && typeof data.height === 'number')
    return { forge: 'height', height: data.height };
  if (data.forge === 'emit' && 'event' in data && typeof data.event === 'string')
    return {
      forge: 'emit',
      event: data.event,
      payload: 'payload' in data ? data.payload : undefined,
    };
  if (data.forge !== 'call' || !('id' in data) || !('command' in data)) return null;
  if (typeof data.id !== 'number' || typeof data.command !== 'string') return null;
  return {
    forge: 'call',
    id: data.id,
    command: data.command,
    data: 'data' in data ? data.data : undefined,
  };
}
