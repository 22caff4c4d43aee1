import { route } from '@forge/api';
import { z } from 'zod';
import { halveOnFailure } from '../core/attempts/halve-on-failure';
import type { FieldInfo } from '../core/issue/issue-record';
import { Gone, Rejected } from '../usecases/ports/failures';
import type { FieldChange, FieldValues, FieldWriter } from '../usecases/ports/field-writer';
import type { JiraClient } from './client';
import { jiraIssues } from './issues';

/** Jira publishes no cap on the updates of one request; this many have been seen to pass. */
const UPDATES_PER_CALL = 200;

/** The manifest's `jira:customField` keys, by what they hold. */
export const fieldModules: Readonly<Record<keyof FieldValues, string>> = {
  score: 'priority-score',
  lane: 'backlog-lane',
  horizon: 'time-horizon',
  reasons: 'score-reasons',
};

interface Update {
  readonly customField: string;
  readonly issueIds: number[];
  readonly value: number | string | null;
}

/** Of the app and the environment in which it is installed here: several may stand side by side on a site. */
export interface OwnApp {
  readonly appId: string;
  readonly environmentId: string;
}

export function jiraFieldWriter(client: JiraClient, ownApp: () => OwnApp): FieldWriter {
  const fieldIdOf = (module: string, fields: readonly FieldInfo[]): string =>
    ownFieldId(module, fields, ownApp());
  return {
    async write(changes, fields, history) {
      const gone: string[] = [];
      const writing = { fieldIdOf: (module: string) => fieldIdOf(module, fields), history };
      for (const part of chunks(changes)) gone.push(...(await writePart(client, part, writing)));
      return gone;
    },
    fieldIds: (fields) => ({
      score: fieldIdOf(fieldModules.score, fields),
      lane: fieldIdOf(fieldModules.lane, fields),
      horizon: fieldIdOf(fieldModules.horizon, fields),
      reasons: fieldIdOf(fieldModules.reasons, fields),
    }),
  };
}

interface Writing {
  readonly fieldIdOf: (module: string) => string;
  /** Whether the change is to stand in the history of each issue. */
  readonly history: boolean;
}

/**
 * One deleted issue makes Jira refuse the whole request: the refused part is halved until only the deleted ones are left. Jira
 * does not say in so many words that an issue is gone: whether it is, a read tells.
 */
async function writePart(
  client: JiraClient,
  changes: readonly FieldChange[],
  { fieldIdOf, history }: Writing,
): Promise<string[]> {
  const gone = await halveOnFailure<FieldChange, readonly string[]>(changes, {
    work: async (some) => {
      await client.call({
        route: route`/rest/api/3/app/field/value?generateChangelog=${String(history)}`,
        method: 'POST',
        body: { updates: updatesOf(some, fieldIdOf) },
        answer: z.unknown(),
        doing: `writing the scores of ${some.length} issues`,
        writesTo: some.map(({ issueId }) => issueId),
      });
      return [];
    },
    mayHalve: (failure) => failure instanceof Gone || failure instanceof Rejected,
    alone: async ({ issueId }, failure) => {
      const found = await jiraIssues(client).find([issueId], []);
      if (found.gone.length === 0) throw failure;
      return found.gone;
    },
  });
  return gone.flat();
}

function chunks(changes: readonly FieldChange[]): FieldChange[][] {
  const parts: FieldChange[][] = [];
  let size = Infinity;
  for (const change of changes) {
    const updates = Object.keys(change.values).length;
    if (size + updates > UPDATES_PER_CALL) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(change);
    size += updates;
  }
  return parts;
}

/** Issues that get the same value in the same field share one update. */
function updatesOf(changes: readonly FieldChange[], fieldIdOf: Writing['fieldIdOf']): Update[] {
  const updates = new Map<string, Update>();
  for (const { issueId, values } of changes) {
    for (const [what, module] of Object.entries(fieldModules) as [keyof FieldValues, string][]) {
      const value = values[what];
      if (value === undefined) continue;
      const customField = fieldIdOf(module);
      const key = `${customField} ${JSON.stringify(value)}`;
      const update = updates.get(key) ?? { customField, issueIds: [], value };
      update.issueIds.push(Number(issueId));
      updates.set(key, update);
    }
  }
  return [...updates.values()];
}

/**
 * Jira lists an app's field with `schema.custom` = `ari:cloud:ecosystem::extension/{app}/{environment}/static/{module}`. Where none has
 * these very ids but just one field has the module's name, that one is taken: Jira lets nobody but its own app write to it.
 */
function ownFieldId(
  module: string,
  fields: readonly FieldInfo[],
  { appId, environmentId }: OwnApp,
): string {
  const named = fields.filter(({ custom }) => custom?.endsWith(`/static/${module}`) === true);
  const own = named.find(
    ({ custom }) => custom?.endsWith(`/${appId}/${environmentId}/static/${module}`) === true,
  );
  const field = own ?? (named.length === 1 ? named[0] : undefined);
  if (field) return field.id;
  throw new Rejected(
    `This site has no field for Ballast's «${module}»: reinstall the app, or restore the field from Jira's trash`,
  );
}
