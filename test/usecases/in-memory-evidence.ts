import { sameName } from '../../src/core/rubric/same-name';
import type { Override } from '../../src/core/governance/override';
import type { Customer } from '../../src/core/signals/recorded';
import type { World } from '../../src/usecases/ports';
import type { EvidenceIntake, EvidenceRef, EvidenceSecret, StoredEvidence } from '../../src/usecases/ports/evidence';

export interface EvidenceInMemory {
  readonly records: Map<string, StoredEvidence>;
  /** Names of records by issue id. */
  readonly lists: Map<string, readonly string[]>;
  readonly overrides: Map<string, readonly Override[]>;
  readonly table: Map<string, Customer>;
  /** Runs before the next write of a record, for instance to write it first. */
  before: (() => Promise<void>) | null;
  taken: EvidenceIntake;
}

const nameOf = ({ source, externalId }: EvidenceRef): string => `${source} ${externalId}`;

/** Evidence, customers and overrides in plain maps, with the storage's own rule: who has read an older record writes nothing. */
export function evidencePorts(): { readonly kept: EvidenceInMemory } & Pick<World, 'evidence' | 'customers' | 'intake' | 'overrides'> {
  const kept: EvidenceInMemory = { records: new Map(), lists: new Map(), overrides: new Map(), table: new Map(), before: null, taken: { counts: {}, refusals: [], lastTaken: null } };
  return {
    kept,
    evidence: {
      read: async (ref) => kept.records.get(nameOf(ref)) ?? null,
      write: async (next, owes, read) => {
        const first = kept.before;
        kept.before = null;
        await first?.();
        if ((kept.records.get(nameOf(next))?.revision ?? 0) !== (read?.revision ?? 0)) return false;
        kept.records.set(nameOf(next), structuredClone({ kept: next, owes, revision: (read?.revision ?? 0) + 1 }));
        return true;
      },
      attach: async (issueId, ref) => void kept.lists.set(issueId, [...new Set([...(kept.lists.get(issueId) ?? []), nameOf(ref)])]),
      ofIssues: async (ids) => new Map(ids.flatMap((id) => {
        const [names, overrides] = [kept.lists.get(id) ?? [], kept.overrides.get(id) ?? []];
        const evidence = names.flatMap((name) => kept.records.get(name)?.kept ?? []);
        return names.length + overrides.length === 0 ? [] : [[id, { evidence, overrides }] as const];
      })),
      ofCustomer: async (customer) => [...kept.records.values()].flatMap((one) => (sameName(one.kept.customer.value ?? '') === customer ? [one.kept] : [])),
    },
    customers: {
      read: async (names) => new Map(names.flatMap((name) => { const known = kept.table.get(sameName(name)); return known ? [[sameName(name), known] as const] : []; })),
      write: async (all) => { for (const one of all) kept.table.set(sameName(one.name), one); },
    },
    intake: { read: async () => kept.taken, update: async (change) => void (kept.taken = change(kept.taken)) },
    overrides: {
      of: async (issueId) => kept.overrides.get(issueId) ?? [],
      replace: async (issueId, next, seen) => {
        if (JSON.stringify(kept.overrides.get(issueId) ?? []) !== JSON.stringify(seen)) return false;
        kept.overrides.set(issueId, next);
        return true;
      },
    },
  };
}

export function aSecret(secret: string | null): EvidenceSecret {
  let held = secret;
  return { read: async () => held, replace: async (next) => void (held = next) };
}
