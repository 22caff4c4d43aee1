import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The linter's variables, and how the file of each product's OpenAPI document begins; the others stay empty. */
const DOCUMENTS: readonly (readonly [variable: string, prefix: string | null])[] = [
  ['LOCAL_JIRA_SWAGGER', 'jira-platform-v3.'],
  ['LOCAL_JSW_SWAGGER', 'jira-software.'],
  ['LOCAL_JSM_SWAGGER', 'jsm-service-desk.'],
  ['LOCAL_CONF_SWAGGER', null],
  ['LOCAL_CONF_V2_SWAGGER', null],
  ['LOCAL_BB_SWAGGER', null],
];

/**
 * The linter would fetch Jira's API documents to know which scope a call needs. Offline it reads them from files:
 * the documents kept beside the project when they are there, else documents without any path.
 * Returns in words what was used.
 */
export function pointLinterAtSpecs(root: string, dir: string): string {
  const kept = join(root, '../shared/data/specs');
  const names = existsSync(kept) ? readdirSync(kept) : [];
  let found = 0;
  for (const [variable, prefix] of DOCUMENTS) {
    const name = names.find((candidate) => prefix !== null && candidate.startsWith(prefix));
    const text = name === undefined ? '{"paths":{}}' : gunzipSync(readFileSync(join(kept, name)));
    if (name !== undefined) found += 1;
    const path = join(dir, `${variable}.json`);
    writeFileSync(path, text);
    process.env[variable] = path;
  }
  process.env['USE_LOCAL_SWAGGER'] = '1';
  return found > 0
    ? `scopes held against ${found} API documents`
    : 'no API documents beside the project: scopes not held against them';
}
