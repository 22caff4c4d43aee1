import { Socket } from 'node:net';

/** Whether an invocation of the app is what runs right now. */
type Inside = () => boolean;

const REFUSED = Symbol.for('ballast.dev.forge.egress');
/** Sockets are the process's own, whereas a test file may have its modules for itself: each adds who is asked. */
const sockets = Socket as unknown as { [REFUSED]?: Set<Inside> };

export class EgressRefused extends Error {
  override readonly name = 'EgressRefused';

  constructor(address: string) {
    super(
      `URL not included in the external fetch backend permissions: ${address}. The host models no egress.`,
    );
  }
}

/**
 * The app has no egress: whatever it opens a connection with, `node:http` or a `fetch` that was taken before the guard was there, finds
 * that the connection is refused by name. Outside invocations nothing changes.
 */
export function guardSockets(inside: Inside): void {
  const known = sockets[REFUSED];
  if (known !== undefined) {
    known.add(inside);
    return;
  }
  const all = new Set([inside]);
  sockets[REFUSED] = all;
  const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket;
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
    if (![...all].some((one) => one())) return connect.apply(this, args);
    const refusal = new EgressRefused(addressOf(args));
    process.nextTick(() => this.destroy(refusal));
    return this;
  };
}

function addressOf(args: readonly unknown[]): string {
  // `net` itself passes what it was given as one normalised list.
  const [first] = Array.isArray(args[0]) ? (args[0] as readonly unknown[]) : args;
  if (typeof first !== 'object' || first === null) return String(first);
  const { host, port, path } = first as { host?: string; port?: number | string; path?: string };
  return path !== undefined && host === undefined ? path : `${host ?? 'localhost'}:${port ?? '?'}`;
}
