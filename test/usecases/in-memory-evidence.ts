import { dayNumberOf } from '../../src/core/time/utc-day';
import { sameName } from '../../src/core/text/same-name';
import type { Override } from '../../src/core/overrides/override';
import type { Customer } from '../../src/core/signals/recorded';
import type { Votes } from '../../src/core/ratings/rating';
import type { World } from '../../src/usecases/ports/world';
import type {
  EvidenceIntake,
  EvidenceRef,
  EvidenceSecret,
  OwnSecret,
  StoredEvidence,
  WebhookConnection,
} from '../../src/usecases/ports/evidence';

export interface EvidenceInMemory {
  readonly records: Map<string, StoredEvidence>;
  /** Names of records by issue id. */
  readonly lists: Map<string, readonly string[]>;
  readonly overrides: Map<string, readonly Override[]>;
  readonly votes: Map<string, Votes>;
  readonly table: Map<string, Customer>;
  /** Grows with each change of the table. */
  tableRevision: number;
  readonly owed: Map<string, { readonly names: readonly string[]; readonly at: string }>;
  /** Runs before the next write of a record, for instance to write it first. */
  before: (() => Promise<void>) | null;
  taken: EvidenceIntake;
  /** Runs before a delivery is counted, for instance to fail it. */
  beforeCounting: (() => Promise<void>) | null;
}

const nameOf = ({ source, externalId, space }: EvidenceRef): string =>
  `${space === undefined ? '' : `rule ${space} `}${source} ${externalId}`;

/** Evidence, customers and overrides in plain maps, with the storage's own rule: who has read an older record writes nothing. */
export function evidencePorts(): { readonly kept: EvidenceInMemory } & Pick<
  World,
  'evidence' | 'customers' | 'intake' | 'overrides' | 'votes'
> {
  const kept: EvidenceInMemory = {
    records: new Map(),
    lists: new Map(),
    overrides: new Map(),
    votes: new Map(),
    table: new Map(),
    tableRevision: 0,
    owed: new Map(),
    before: null,
    taken: { counts: {}, refusals: [], lastTaken: null },
    beforeCounting: null,
  };
  return {
    kept,
    evidence: {
      read: async (ref) => kept.records.get(nameOf(ref)) ?? null,
      write: async (next, pendingIssues, read) => {
        const first = kept.before;
        kept.before = null;
        await first?.();
        if ((kept.records.get(nameOf(next))?.revision ?? 0) !== (read?.revision ?? 0)) return false;
        kept.records.set(
          nameOf(next),
          structuredClone({ kept: next, pendingIssues, revision: (read?.revision ?? 0) + 1 }),
        );
        return true;
      },
      attach: async (issueId, ref) =>
        void kept.lists.set(issueId, [
          ...new Set([...(kept.lists.get(issueId) ?? []), nameOf(ref)]),
        ]),
      ofIssues: async (ids) =>
        new Map(
          ids.flatMap((id) => {
            const [names, overrides, votes] = [
              kept.lists.get(id) ?? [],
              kept.overrides.get(id) ?? [],
              kept.votes.get(id) ?? {},
            ];
            const evidence = names.flatMap((name) => kept.records.get(name)?.kept ?? []);
            return names.length + overrides.length + Object.keys(votes).length === 0
              ? []
              : [[id, { evidence, overrides, votes }] as const];
          }),
        ),
      detach: async (issueId, ref) =>
        void kept.lists.set(
          issueId,
          (kept.lists.get(issueId) ?? []).filter((name) => name !== nameOf(ref)),
        ),
      raisedBy: async (untilDay) => ({
        pieces: [...kept.records.values()].filter(
          (one) => (dayNumberOf(one.kept.raised) ?? 0) <= untilDay,
        ),
        next: null,
      }),
      remove: async (pieces) => {
        for (const one of pieces) kept.records.delete(nameOf(one.kept));
      },
      removeOf: async (issueId, restOf) => {
        for (const name of kept.lists.get(issueId) ?? []) {
          const record = kept.records.get(name);
          const rest = record === undefined ? null : restOf(record.kept);
          if (record === undefined || rest === null) kept.records.delete(name);
          else kept.records.set(name, { ...record, kept: rest });
        }
        kept.lists.delete(issueId);
        kept.votes.delete(issueId);
        kept.overrides.delete(issueId);
      },
      ofCustomer: async (customer) =>
        [...kept.records.values()].flatMap((one) =>
          sameName(one.kept.customer.value ?? '') === customer ? [one.kept] : [],
        ),
    },
    customers: {
      read: async (names) =>
        new Map(
          names.flatMap((name) => {
            const known = kept.table.get(sameName(name));
            return known ? [[sameName(name), known] as const] : [];
          }),
        ),
      write: async (all) => {
        kept.tableRevision += 1;
        for (const one of all) kept.table.set(sameName(one.name), one);
      },
      remove: async (names) => {
        kept.tableRevision += 1;
        for (const name of names) kept.table.delete(sameName(name));
      },
      revision: async () => kept.tableRevision,
      replace: async (customer, was, seen) => {
        if (kept.tableRevision !== seen) return false;
        kept.tableRevision += 1;
        if (was !== null) kept.table.delete(sameName(was));
        kept.table.set(sameName(customer.name), customer);
        return true;
      },
      page: async () => ({ customers: [...kept.table.values()], next: null }),
      beginning: async (text) => ({
        customers: [...kept.table.values()].filter(({ name }) =>
          sameName(name).startsWith(sameName(text)),
        ),
        more: false,
      }),
      owed: {
        keep: async (id, names, at) => void kept.owed.set(id, { names, at: at.toISOString() }),
        all: async () => [...kept.owed].map(([id, { at }]) => ({ id, at })),
        among: async (ids, names) =>
          new Set(
            names.filter((name) =>
              ids.some((id) => kept.owed.get(id)?.names.includes(name) === true),
            ),
          ),
        clear: async (ids) => {
          for (const id of ids) kept.owed.delete(id);
        },
      },
    },
    intake: {
      read: async () => kept.taken,
      count: async ({ at, outcome, reason }) => {
        await kept.beforeCounting?.();
        const { counts, refusals } = kept.taken;
        kept.taken = {
          counts: { ...counts, [outcome]: (counts[outcome] ?? 0) + 1 },
          refusals:
            reason === null ? refusals : [{ at, outcome, reason }, ...refusals].slice(0, 20),
          lastTaken: reason === null ? at : kept.taken.lastTaken,
        };
      },
    },
    votes: {
      of: async (issueId) => kept.votes.get(issueId) ?? {},
      change: async (issueId, change) =>
        void kept.votes.set(issueId, change(kept.votes.get(issueId) ?? {})),
    },
    overrides: {
      of: async (issueId) => kept.overrides.get(issueId) ?? [],
      replace: async (issueId, next, seen) => {
        if (JSON.stringify(kept.overrides.get(issueId) ?? []) !== JSON.stringify(seen))
          return false;
        kept.overrides.set(issueId, next);
        return true;
      },
    },
  };
}

export function aSecret(secret: string | null): EvidenceSecret {
  let own: OwnSecret | null = secret === null ? null : { current: secret, older: null };
  const connections = new Map<string, readonly WebhookConnection[]>();
  return {
    read: async () => own,
    replace: async (change) => {
      own = change(own);
      return true;
    },
    connections: async ({ id }) => connections.get(id) ?? [],
    changeConnections: async ({ id }, change) => {
      const next = change(connections.get(id) ?? []);
      connections.set(id, next);
      return next;
    },
  };
}
