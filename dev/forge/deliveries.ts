import type { HostClock } from '../clock';
import type { WorkUnderWay } from './work-under-way';

/** Something to be delivered once it is due and there is room for it. */
export interface Parcel {
  readonly deliver: () => Promise<void>;
  /** Called when its delay is over. */
  readonly due?: () => void;
  /** No more than `limit` parcels of one `key` are out at a time. */
  readonly concurrency?: { readonly key: string; readonly limit: number } | undefined;
}

export interface Deliveries {
  /** Takes a parcel that is due after `delayMs`. */
  accept(parcel: Parcel, delayMs: number): void;
  counts(): { readonly delayed: number; readonly ready: number; readonly running: number };
}

export interface DeliveryRules {
  readonly clock: HostClock;
  readonly work: WorkUnderWay;
  /** How many may be out at a time. */
  readonly width: number;
  /** Draws a number in [0, 1) when the order is to be shuffled; undefined keeps the order in which parcels are due. */
  readonly draw: () => (() => number) | undefined;
  /** Whether what finds its key in use comes back later and later, as on the platform, instead of standing in line. */
  readonly turnsAway?: () => boolean;
}

/** How long what finds its key in use stays away at first, and at most, in milliseconds; each time it is twice as long. */
const FIRST_TURN_AWAY_MS = 5_000;
const LONGEST_TURN_AWAY_MS = 15 * 60_000;

interface Accepted extends Parcel {
  /** How often it was turned away because its key was in use. */
  readonly turnedAway: number;
  readonly end: () => void;
}

/** Delivers parcels a few at a time. On a virtual clock nothing leaves until somebody lets time be spent. */
export function deliveries({
  clock,
  work,
  width,
  draw,
  turnsAway = () => false,
}: DeliveryRules): Deliveries {
  const ready = fifo<Accepted>();
  const held = new Map<string, Fifo<Accepted>>();
  const out = new Map<string, number>();
  let delayed = 0;
  let holding = 0;
  let running = 0;
  let calling = false;

  const finish = (parcel: Parcel): void => {
    running -= 1;
    const key = parcel.concurrency?.key;
    if (key === undefined) return;
    out.set(key, (out.get(key) ?? 1) - 1);
    const next = held.get(key)?.take(undefined);
    if (!next) return;
    holding -= 1;
    ready.push(next);
  };

  const send = (parcel: Accepted): void => {
    const { concurrency } = parcel;
    if (concurrency) {
      const already = out.get(concurrency.key) ?? 0;
      if (already >= concurrency.limit && turnsAway()) {
        const { turnedAway } = parcel;
        const ms = Math.min(LONGEST_TURN_AWAY_MS, FIRST_TURN_AWAY_MS * 2 ** turnedAway);
        later({ ...parcel, turnedAway: turnedAway + 1 }, ms);
        return;
      }
      if (already >= concurrency.limit) {
        const line = held.get(concurrency.key) ?? fifo<Accepted>();
        held.set(concurrency.key, line);
        line.push(parcel);
        holding += 1;
        return;
      }
      out.set(concurrency.key, already + 1);
    }
    running += 1;
    void parcel.deliver().then(() => {
      finish(parcel);
      parcel.end();
      sendWhatFits();
    });
  };

  const sendWhatFits = (): void => {
    while (running < width && ready.size() > 0) {
      const parcel = ready.take(draw());
      if (parcel) send(parcel);
    }
  };

  const callSoon = (): void => {
    if (calling) return;
    calling = true;
    clock.schedule(clock.now(), 'due', () => {
      calling = false;
      sendWhatFits();
    });
  };

  const arrive = (parcel: Accepted): void => {
    if (parcel.turnedAway === 0) parcel.due?.();
    ready.push(parcel);
    callSoon();
  };

  const later = (parcel: Accepted, ms: number): void => {
    delayed += 1;
    clock.schedule(clock.now() + ms, 'due', () => {
      delayed -= 1;
      arrive(parcel);
    });
  };

  return {
    accept(parcel, delayMs) {
      const accepted: Accepted = { ...parcel, end: work.begin(), turnedAway: 0 };
      if (delayMs <= 0) arrive(accepted);
      else later(accepted, delayMs);
    },
    counts: () => ({ delayed, ready: ready.size() + holding, running }),
  };
}

interface Fifo<T> {
  push(item: T): void;
  /** The first, or the one drawn; neither costs more with length. */
  take(draw: (() => number) | undefined): T | undefined;
  size(): number;
}

function fifo<T>(): Fifo<T> {
  let items: T[] = [];
  let head = 0;
  return {
    push: (item) => void items.push(item),
    size: () => items.length - head,
    take(draw) {
      if (head >= items.length) return undefined;
      const first = items[head];
      const chosen = draw ? head + Math.floor(draw() * (items.length - head)) : head;
      const item = items[chosen];
      if (first !== undefined && chosen !== head) items[chosen] = first;
      head += 1;
      if (head > 1_000 && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
  };
}
