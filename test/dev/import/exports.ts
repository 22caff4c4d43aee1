import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  importFile,
  type ImportOptions,
  type ImportResult,
} from '../../../dev/jira/import/import-file';
import type { SnapshotIssue } from '../../../dev/jira/snapshot';

/** An issue as Jira's REST API writes it; `fields` are added to, or take the place of, the usual ones. */
export function aRestIssue(
  key: string,
  fields: Readonly<Record<string, unknown>> = {},
  rest: Readonly<Record<string, unknown>> = {},
) {
  return {
    id: String(10_000 + Number(key.split('-')[1])),
    key,
    ...rest,
    fields: {
      summary: `Summary of ${key}`,
      issuetype: { id: '10001', name: 'Story', subtask: false },
      status: { id: '3', name: 'In Progress', statusCategory: { id: 4, key: 'indeterminate' } },
      priority: { id: '2', name: 'High' },
      created: '2017-12-01T10:00:00.000+0000',
      updated: '2017-12-02T10:00:00.000+0000',
      ...fields,
    },
  };
}

export async function importing(
  content: string | Uint8Array,
  options?: ImportOptions,
): Promise<ImportResult> {
  const folder = mkdtempSync(join(tmpdir(), 'ballast-import-'));
  try {
    const path = join(folder, 'export');
    writeFileSync(path, content);
    return await importFile(path, options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function imported(content: string | Uint8Array, options?: ImportOptions) {
  const result = await importing(content, options);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
  const issues = [...result.snapshot.issues];
  const issue = (key: string): SnapshotIssue => {
    const found = issues.find((candidate) => candidate.key === key);
    if (!found) throw new Error(`${key} was not imported`);
    return found;
  };
  return { ...result, issues, issue };
}

export async function problemsOf(content: string | Uint8Array, options?: ImportOptions) {
  const result = await importing(content, options);
  if (result.ok) throw new Error('was imported, but should have been refused');
  return result.problems;
}

export function jsonLines(issues: readonly unknown[]): string {
  return issues.map((issue) => `${JSON.stringify(issue)}\n`).join('');
}
