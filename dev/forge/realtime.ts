import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { HostClock } from '../clock';
import { jsonAnswer, type Answer } from './forge-response';

/** https://developer.atlassian.com/platform/forge/realtime/ */
const CALLS_A_SECOND = 50;
/** How long a token lasts is documented nowhere. */
const TOKEN_SECONDS = 900;
const SCOPE = 'read:app-global-channel:realtime';

/** What a frame subscribes with. */
export interface Subscription {
  readonly channel: string;
  readonly isGlobal: boolean;
  readonly token?: string | undefined;
}

export interface Realtime {
  /** Answers a request of @forge/realtime. Throws an error naming what is not modelled. */
  answer(body: string): Answer;
  /** @throws Error when the token does not open the channel. @returns the function that ends it */
  subscribe(wanted: Subscription, hear: (payload: unknown) => void): () => void;
}

const request = z.object({
  query: z.string(),
  variables: z.looseObject({
    channelName: z.string().optional(),
    claims: z.unknown().optional(),
    permissions: z.array(z.string()).optional(),
    name: z.string().optional(),
    payload: z.string().optional(),
    isGlobal: z.boolean().optional(),
    token: z.string().optional(),
  }),
});
const claimed = z.looseObject({
  exp: z.number(),
  channel: z.looseObject({ name: z.string() }),
  claims: z.unknown(),
  permissions: z.array(z.string()).optional(),
});

interface Listener {
  readonly meets: string;
  readonly hear: (payload: unknown) => void;
}

/** Global channels with signed tokens. Channels of a surface's own context are not modelled. */
export function realtimeChannels(clock: HostClock, scopes: readonly string[]): Realtime {
  const secret = randomBytes(32);
  const listeners = new Set<Listener>();
  let second = 0;
  let calls = 0;
  let events = 0;

  const signatureOf = (content: string): string =>
    createHmac('sha256', secret).update(content).digest('base64url');
  const encoded = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');

  /** Those meet who name the same channel, and whose tokens carry the same claims. */
  const meeting = ({ channel, token }: Subscription, right: 'subscribe' | 'publish'): string => {
    if (token === undefined) return JSON.stringify([channel, null]);
    const [head = '', content = '', signature = ''] = token.split('.');
    if (signature !== signatureOf(`${head}.${content}`)) throw new Error('INVALID_TOKEN');
    const {
      exp,
      channel: about,
      claims,
      permissions,
    } = claimed.parse(JSON.parse(Buffer.from(content, 'base64url').toString()));
    if (clock.now() / 1000 >= exp) throw new Error('TOKEN_EXPIRED');
    if (about.name !== channel) throw new Error('CHANNEL_NAME_MISMATCH');
    if (permissions !== undefined && !permissions.includes(right))
      throw new Error('MISSING_PERMISSION');
    return JSON.stringify([channel, claims]);
  };

  const tooMany = (): boolean => {
    const current = Math.floor(clock.now() / 1000);
    if (current !== second) [second, calls] = [current, 0];
    calls += 1;
    return calls > CALLS_A_SECOND;
  };

  const sign = (channelName: string, claims: unknown, permissions?: readonly string[]): Answer => {
    const expiresAt = Math.floor(clock.now() / 1000) + TOKEN_SECONDS;
    const content = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ exp: expiresAt, channel: { name: channelName }, claims, permissions })}`;
    const jwt = `${content}.${signatureOf(content)}`;
    return jsonAnswer(200, {
      data: {
        ecosystem: {
          signRealtimeToken: { success: true, errors: [], forgeRealtimeToken: { jwt, expiresAt } },
        },
      },
    });
  };

  const publish = (to: Subscription, payload: unknown): Answer => {
    const heard = [...listeners].filter(({ meets }) => meets === meeting(to, 'publish'));
    events += 1;
    for (const { hear } of heard) hear(payload);
    const told =
      heard.length === 0
        ? { eventId: null, eventTimestamp: null }
        : { eventId: String(events), eventTimestamp: String(clock.now()) };
    return jsonAnswer(200, { data: { ecosystem: { publishRealtimeChannel: told } } });
  };

  return {
    answer(body) {
      const { query, variables } = request.parse(JSON.parse(body));
      if (tooMany()) return { status: 429, body: '' };
      if (query.includes('signRealtimeToken'))
        return sign(variables.channelName ?? '', variables.claims, variables.permissions);
      if (!query.includes('publishRealtimeChannel'))
        throw new Error('Only signRealtimeToken and publishRealtimeChannel are modelled.');
      if (variables.isGlobal !== true)
        throw new Error(
          'publish() is not modelled: outside a surface the platform takes publishGlobal() only.',
        );
      const to = { channel: variables.name ?? '', isGlobal: true, token: variables.token };
      return publish(to, JSON.parse(variables.payload ?? 'null'));
    },
    subscribe(wanted, hear) {
      if (!wanted.isGlobal) throw new Error('subscribe() is not modelled: use subscribeGlobal().');
      if (!scopes.includes(SCOPE))
        throw new Error(`manifest.yml lacks the scope ${SCOPE}, which global channels need.`);
      const listener = { meets: meeting(wanted, 'subscribe'), hear };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
