import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { overtaken, retryWhenOvertaken } from '../../core/attempts/retry-when-overtaken';
import { DECISION_ENTITY } from '../decisions';
import { guarded, refusalTo } from '../guarded';
import { POSTMORTEM_ENTITY } from '../post-mortems';
import { replaceIfUnchanged, type Revised } from '../replace-if-unchanged';
import { SETTINGS_ENTITY } from '../settings-records';
import { closedAgain, opened, withOtherIds, type Opened, type Stored } from './opened-record';
import { visited } from './person-places';

type Ids = ReadonlyMap<string, string>;
type At = Pick<Stored, 'entity' | 'key'>;

const DOING = 'taking a person out of what is stored';
/** Of several writers at once each tries again with what the other left. */
const TRIES = 5;

/** Writes a record with other ids for these people, from what stands there now. False while others keep changing it. */
export function replacePeople(at: At, ids: Ids): Promise<boolean> {
  return retryWhenOvertaken<boolean>(
    TRIES,
    async () => {
      const standing = await read(at);
      const found = standing === undefined ? null : opened({ ...at, value: standing });
      // It is gone, or somebody was here before.
      if (found === null) return true;
      if (found.kind.ownedByKey && isOwnedBy(found, ids)) return remove(at);
      const content = withOtherIds(found, ids);
      if (content === found.content) return true;
      const written = await write(at, standing, content, found);
      return written ? true : overtaken;
    },
    () => false,
  );
}

function read({ entity, key }: At): Promise<unknown> {
  return guarded(DOING, () => (entity === null ? kvs.get(key) : kvs.entity(entity).get(key)));
}

function isOwnedBy({ kind, content }: Opened, ids: Ids): boolean {
  return kind.people.some((place) => {
    let owned = false;
    if (place.path === 'key')
      visited(content, place, (who) => {
        owned ||= ids.has(who);
        return who;
      });
    return owned;
  });
}

async function remove({ entity, key }: At): Promise<true> {
  await guarded(DOING, () => (entity === null ? kvs.delete(key) : kvs.entity(entity).delete(key)));
  return true;
}

function write(
  at: At,
  standing: unknown,
  content: Readonly<Record<string, unknown>>,
  { kind }: Opened,
): Promise<boolean> {
  const next = closedAgain(at.entity, content);
  switch (at.entity) {
    case null:
      return writePlain(at.key, next.value, standing, kind.keptDays);
    case DECISION_ENTITY:
      return writeDecision(at.key, next);
    default:
      return writeRevised(at.entity, at.key, content);
  }
}

/** A decision is never changed once it is made: nobody else writes it. */
async function writeDecision(before: string, { key, value }: Stored): Promise<boolean> {
  const entityName = DECISION_ENTITY;
  await guarded(DOING, () => {
    const writing = kvs.transact().set(key, value as object, { entityName });
    return (key === before ? writing : writing.delete(before, { entityName })).execute();
  });
  return true;
}

/** Counted as any other change, so that whoever has read it with the account id is overtaken. */
function writeRevised(
  entityName: string,
  key: string,
  content: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const revision = Number(content['revision']);
  const { value } = closedAgain(entityName, {
    ...content,
    revision: revision + 1,
    ...(entityName === POSTMORTEM_ENTITY && { body: counted(content['body'], revision + 1) }),
  });
  return replaceIfUnchanged(
    { entityName, key, what: 'a record of a person' },
    value as Revised,
    revision,
  );
}

/** A post-mortem tells its revision itself. */
function counted(body: unknown, revision: number): unknown {
  const { pm, ...rest } = body as { readonly pm: object };
  return { ...rest, pm: { ...pm, revision } };
}

/**
 * Documents of settings stand under a guard, whose revision stays: who has one open did not miss anything. Other plain values are written by
 * one writer each, and only if they still stand as they were read a moment ago.
 */
async function writePlain(
  key: string,
  value: unknown,
  standing: unknown,
  keptDays: number | undefined,
): Promise<boolean> {
  const guard = `guard:${key}`;
  const guarding = await guarded(DOING, () => kvs.entity<Revised>(SETTINGS_ENTITY).get(guard));
  if (guarding === undefined) {
    if (JSON.stringify(await read({ entity: null, key })) !== JSON.stringify(standing))
      return false;
    await guarded(DOING, () =>
      kvs.set(key, value, keptDays === undefined ? {} : { ttl: { value: keptDays, unit: 'DAYS' } }),
    );
    return true;
  }
  const conditions = new Filter<Revised>().and(
    'revision',
    FilterConditions.equalTo(guarding.revision),
  );
  const refused = await refusalTo(DOING, () =>
    kvs
      .transact()
      .set(guard, guarding, { entityName: SETTINGS_ENTITY, conditions })
      .set(key, value as object)
      .execute(),
  );
  if (refused === null) return true;
  if (refused.conflict) return false;
  throw refused.failure;
}
