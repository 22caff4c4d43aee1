import { LEDGER_ENTITY } from '../ledger';
import { packed, unpacked } from '../ledger-body';
import { visited } from './person-places';
import { kindOf, type StoredKind } from './stored-kinds';

/** A record as it is stored. `entity`: null among the plain keys. */
export interface Stored {
  readonly entity: string | null;
  readonly key: string;
  readonly value: unknown;
}

type Members = Readonly<Record<string, unknown>>;

/** A record whose texts are opened, beside its key. */
export interface Opened {
  readonly kind: StoredKind;
  readonly content: Members;
}

/** Null for what has nobody in it, and for a damaged record: of such a one no other use is made either. */
export function opened({ entity, key, value }: Stored): Opened | null {
  const kind = kindOf(entity, key);
  if (kind === null || kind === 'register' || kind.people.length === 0) return null;
  if (!isMembers(value)) return null;
  const { body } = value;
  if (entity === null || typeof body !== 'string') return { kind, content: { ...value, key } };
  const content = entity === LEDGER_ENTITY ? unpacked(body) : jsonOf(body);
  return content === null ? null : { kind, content: { ...value, body: content, key } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The record again, as it is stored. */
export function closedAgain(entity: string | null, { key, ...value }: Members): Stored {
  const { body } = value;
  const text = (): string =>
    entity === LEDGER_ENTITY ? packed(body as Parameters<typeof packed>[0]) : JSON.stringify(body);
  return {
    entity,
    key: String(key),
    value: entity === null || body === undefined ? value : { ...value, body: text() },
  };
}

/** The record with other ids for these people; the same content when none of them stands in it. */
export function withOtherIds({ kind, content }: Opened, ids: ReadonlyMap<string, string>): Members {
  const found = kind.people.some((place) => {
    let meets = false;
    visited(content, place, (who) => {
      meets ||= ids.has(who);
      return who;
    });
    return meets;
  });
  if (!found) return content;
  return kind.people.reduce<Members>(
    (changed, place) => visited(changed, place, (who) => ids.get(who) ?? who) as Members,
    content,
  );
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
