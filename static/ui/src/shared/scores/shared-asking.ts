/** How the surfaces of the app on one page reach each other. */
export interface Post {
  send(message: Message): void;
  /** Hears what the others send, and perhaps its own. */
  hear(listener: (message: Message) => void): void;
}

export type Message =
  /** Somebody is about to ask; `first`: without having anything to show yet. */
  | (Sent & { readonly kind: 'asking'; readonly since: number; readonly first: boolean })
  | (Sent & { readonly kind: 'answered'; readonly answer: unknown })
  | (Sent & { readonly kind: 'failed' });

interface Sent {
  readonly about: string;
  readonly by: string;
}

interface Claim {
  readonly by: string;
  readonly since: number;
}

interface FromOthers<T> {
  readonly answered: Promise<{ readonly value: T } | null>;
  /** Nobody waits for it any more. */
  readonly stop: () => void;
}

export interface Clock {
  now(): number;
  wait(ms: number): Promise<void>;
}

/** For so long it is listened whether somebody else is about to ask the same; in milliseconds. */
const WINDOW_MS = 30;
/** For so long another's answer is waited for. */
const PATIENCE_MS = 10_000;
/** So old an answer may be that a surface which has just opened is given. */
const FRESH_MS = 2_000;

/**
 * Surfaces that show the same issue on one page ask once for all: who began first asks, and the others take that answer. Where they
 * cannot hear each other, or the answer does not come, each asks by itself.
 * @param me a name that no other surface has
 */
export function sharedAsking<T>(
  me: string,
  post: Post,
  clock: Clock,
): (about: string, ask: () => Promise<T>) => Promise<T> {
  const others = new Map<string, Claim>();
  const own = new Map<string, Claim>();
  const last = new Map<string, { readonly at: number; readonly answer: T }>();
  const shown = new Set<string>();
  const waiting = new Map<string, Set<(answer: { readonly value: T } | null) => void>>();

  const settle = (about: string, answer: { readonly value: T } | null): void => {
    others.delete(about);
    for (const resolve of waiting.get(about) ?? []) resolve(answer);
    waiting.delete(about);
  };

  post.hear((message) => {
    const { about, by } = message;
    if (by === me) return;
    if (message.kind === 'answered') {
      last.set(about, { at: clock.now(), answer: message.answer as T });
      settle(about, { value: message.answer as T });
    } else if (message.kind === 'failed') settle(about, null);
    else {
      const asking = own.get(about);
      const known = last.get(about);
      // Who opens later has not heard of it.
      if (asking !== undefined && isBefore(asking, message))
        post.send({ kind: 'asking', about, ...asking, first: false });
      else if (message.first && known !== undefined && clock.now() - known.at < FRESH_MS)
        post.send({ kind: 'answered', about, by: me, answer: known.answer });
      else others.set(about, { by, since: message.since });
    }
  });

  const fromOthers = (about: string): FromOthers<T> => {
    let resolve: (answer: { readonly value: T } | null) => void = () => undefined;
    const answered = new Promise<{ readonly value: T } | null>((done) => {
      resolve = done;
    });
    waiting.set(about, (waiting.get(about) ?? new Set()).add(resolve));
    return { answered, stop: () => void waiting.get(about)?.delete(resolve) };
  };

  /** Null when it does not come: its surface was closed, or is of another mind. */
  const patiently = async (about: string, answered: FromOthers<T>['answered']) => {
    const claim = others.get(about);
    const answer = await Promise.race([answered, clock.wait(PATIENCE_MS).then(() => null)]);
    if (others.get(about) === claim) others.delete(about);
    return answer;
  };

  return async (about, ask) => {
    const first = !shown.has(about);
    shown.add(about);
    const heard = last.get(about);
    if (first && heard !== undefined && clock.now() - heard.at < FRESH_MS) return heard.answer;
    const claim = { by: me, since: clock.now() };
    const { answered, stop } = fromOthers(about);
    if (!others.has(about)) {
      own.set(about, claim);
      post.send({ kind: 'asking', about, ...claim, first });
      const early = await Promise.race([answered, clock.wait(WINDOW_MS)]);
      if (typeof early === 'object' && early !== null) {
        own.delete(about);
        return early.value;
      }
    }
    const rival = others.get(about);
    if (rival !== undefined && (isBefore(rival, claim) || !own.has(about))) {
      own.delete(about);
      const theirs = await patiently(about, answered);
      if (theirs !== null) return theirs.value;
    }
    stop();
    try {
      const answer = await ask();
      last.set(about, { at: clock.now(), answer });
      post.send({ kind: 'answered', about, by: me, answer });
      return answer;
    } catch (failure) {
      post.send({ kind: 'failed', about, by: me });
      throw failure;
    } finally {
      own.delete(about);
    }
  };
}

function isBefore(one: Claim, other: Claim): boolean {
  return one.since === other.since ? one.by < other.by : one.since < other.since;
}
