import { z } from 'zod';
import type { ForgeHost } from '../../forge/host';
import type { LiveFeed } from './stream';

const wanted = z.object({
  channelName: z.string(),
  isGlobal: z.boolean().default(false),
  options: z.looseObject({ token: z.string().optional() }).optional(),
});
const ended = z.object({ subscription: z.number() });

/** A closed frame does not say so: beyond this many the oldest ends. */
const MOST = 500;

export interface RealtimeCommands {
  /** Undefined for a command that is not one of these. */
  answer(command: string, data: unknown): unknown;
  close(): void;
}

/** Subscriptions of frames: what they hear goes out on the page's stream, under the number that the frame was given. */
export function realtimeCommands(host: ForgeHost, live: LiveFeed): RealtimeCommands {
  const open = new Map<number, () => void>();
  let last = 0;
  const end = (subscription: number): void => {
    open.get(subscription)?.();
    open.delete(subscription);
  };
  return {
    answer(command, data) {
      if (command === 'unsubscribeRealtimeChannel') {
        end(ended.parse(data).subscription);
        return true;
      }
      if (command !== 'subscribeRealtimeChannel') return undefined;
      const { channelName: channel, isGlobal, options } = wanted.parse(data);
      last += 1;
      const subscription = last;
      open.set(
        subscription,
        host.subscribe({ channel, isGlobal, token: options?.token }, (payload) => {
          live.send({ kind: 'realtime', subscription, payload });
        }),
      );
      const [oldest] = open.keys();
      if (open.size > MOST && oldest !== undefined) end(oldest);
      return { subscription };
    },
    close() {
      for (const subscription of [...open.keys()]) end(subscription);
    },
  };
}
