import { ask } from '../../dev/bench/rescore/asking';
import type { DevSite } from '../../dev/dev-site';
import type { RubricPreview } from '../../src/contract/preview';
import type { Section } from '../../src/core/rubric/document/inherit';
import { parseRubric } from '../../src/core/rubric/document/parse';
import { unpacked } from '../../src/storage/ledger-body';
import type {
  LedgerEntry,
  Rubrics,
  RubricScope,
  StoredRubric,
} from '../../src/usecases/ports/world';
import { measureBacklog, type Walk } from '../../src/usecases/preview/measure-backlog';
import { wholeDocument } from '../../src/usecases/preview/the-draft';

/** What a preview foretold and what publishing the same document then did. */
export interface Foretold {
  readonly preview: RubricPreview;
  /** Issues whose score, lane or horizon is not what was foretold; null values stand for what was only known after publishing. */
  readonly differing: readonly string[];
  readonly compared: number;
  /** Issues that publishing changed. */
  readonly changed: number;
}

interface Result {
  readonly score: number | null;
  readonly lane: string;
  readonly horizon: string | null;
}

/** Publishes one rubric after the other on a site and holds each preview against what came of it, issue by issue. */
export function foreteller(
  dev: DevSite,
): (
  project: string | null,
  document: Record<string, unknown>,
  inherits?: readonly Section[],
) => Promise<Foretold> {
  return async (key, document, inherits = []) => {
    const project = key === null ? null : idOf(dev, key);
    const answer = await ask(dev, 'rubric.preview', { project: key, document, inherits });
    if (!answer.ok || answer.preview === null) throw new Error(JSON.stringify(answer));
    const parsed = parseRubric(
      await wholeDocument({ project, document, inherits }, { rubrics: rubricsOn(dev) as Rubrics }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const before = ledgerOf(dev);
    const foretold = new Map<string, Result | null>();
    const walk: Walk = {
      page: async (question) => ({
        entries: [...before.values()].filter(
          (entry) => question.by !== 'project' || entry.project === question.project,
        ),
        next: null,
      }),
      goOn: async () => true,
      each: (issueId, _before, after) => void foretold.set(issueId, after),
    };
    const world = {
      ledger: {
        read: async (ids: readonly string[]) =>
          new Map(
            ids.flatMap((id) => {
              const entry = before.get(id);
              return entry === undefined ? [] : [[id, entry] as const];
            }),
          ),
      },
      rubrics: rubricsOn(dev),
    };
    const { asOf, movers, ...again } = (await measureBacklog(
      { project, draft: parsed.rubric },
      world as never,
      walk,
      new Date(dev.clock.now()),
    )) ?? { asOf: '', movers: [] };
    expect(answer.preview).toMatchObject(again);
    expect([asOf.slice(0, 10), movers.length]).toEqual([
      answer.preview.asOf.slice(0, 10),
      answer.preview.movers.length + answer.preview.hiddenMovers,
    ]);

    const publication = await ask(dev, 'rubric.publish', {
      project: key,
      document,
      inherits,
      reason: 'As foretold',
    });
    if (!publication.ok) throw new Error(JSON.stringify(publication.problems));
    await dev.host.settle();
    const after = ledgerOf(dev);
    const known = [...foretold].flatMap(([id, result]) =>
      result === null ? [] : [[id, result] as const],
    );
    const told = ({ score, lane, horizon }: Result): string =>
      `${String(score)} ${lane} ${String(horizon)}`;
    const stands = (id: string): string =>
      told(
        (after.get(id)?.written ?? {
          score: null,
          lane: 'nothing written',
          horizon: null,
        }) as Result,
      );
    return {
      preview: answer.preview,
      differing: known.flatMap(([id, result]) =>
        told(result) === stands(id)
          ? []
          : [`${before.get(id)?.key ?? id}: ${told(result)}, then ${stands(id)}`],
      ),
      compared: known.length,
      changed: known.filter(
        ([id]) =>
          JSON.stringify(before.get(id)?.written) !== JSON.stringify(after.get(id)?.written),
      ).length,
    };
  };
}

/** Of the project of which the ledger has issues under this key. */
function idOf(dev: DevSite, key: string): string {
  const found = [...ledgerOf(dev).values()].find((entry) => entry.key.startsWith(`${key}-`));
  return found?.project ?? '';
}

/** Open issues of the ledger by id, as it stands in storage. */
function ledgerOf({ host }: DevSite): ReadonlyMap<string, LedgerEntry> {
  return new Map(
    [...host.dumpKvs()].flatMap(({ entity, value }) => {
      if (entity !== 'ledger') return [];
      const record = value as {
        issueId: string;
        issueKey: string;
        project: string;
        shelf: string;
        revision: number;
        body: string;
      };
      const body = unpacked(record.body);
      return body === null
        ? []
        : [
            [
              record.issueId,
              {
                issueId: record.issueId,
                key: record.issueKey,
                project: record.project,
                open: record.shelf === 'open',
                wakeDay: null,
                revision: record.revision,
                ...body,
              },
            ] as const,
          ];
    }),
  );
}

/** Every edition as it stands in storage. */
function rubricsOn({ host }: DevSite): Pick<Rubrics, 'read' | 'edition' | 'owned'> {
  const keyOf = (scope: RubricScope): string =>
    scope === 'site' ? 'rubric:site' : `rubric:project:${scope.project}`;
  const all = (): ReadonlyMap<string, StoredRubric> =>
    new Map(
      [...host.dumpKvs()].flatMap(({ key, value }) =>
        /^rubric:.*:\d+$/u.test(key) ? [[key, value as StoredRubric] as const] : [],
      ),
    );
  const newest = (key: string): StoredRubric | null =>
    [...all()]
      .flatMap(([name, stored]) => (name === `${key}:${stored.version}` ? [stored] : []))
      .sort((a, b) => b.version - a.version)[0] ?? null;
  return {
    read: async (scope) => newest(keyOf(scope)),
    edition: async (scope, version) => all().get(`${keyOf(scope)}:${version}`) ?? null,
    owned: async () =>
      [
        ...new Set(
          [...all().keys()].flatMap((key) => /^rubric:project:(.*):\d+$/u.exec(key)?.[1] ?? []),
        ),
      ].map((project) => ({
        project,
        version: 1,
        at: '',
        inherits: newest(`rubric:project:${project}`)?.inherits ?? [],
      })),
  };
}
