import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { SCOPE_OF_OPERATION } from '../house/scopes';
import { realData } from './real-data';

interface Operation {
  readonly 'x-atlassian-oauth2-scopes': readonly {
    readonly state: 'Current' | 'Beta';
    readonly scopes: readonly string[];
  }[];
}

describe('the table of scopes', () => {
  const document = JSON.parse(
    gunzipSync(readFileSync(realData('specs/jira-platform-v3.2026-02.json.gz'))).toString('utf8'),
  ) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };

  it.each(Object.entries(SCOPE_OF_OPERATION))(
    "agrees with Jira's own API document: %s asks for %s",
    (operation, scope) => {
      const [method = '', path = ''] = operation.split(' ');
      const name =
        Object.keys(document.paths).find((known) => known.replace(/\{[^}]*\}/g, '{}') === path) ??
        '';
      const scopes =
        document.paths[name]?.[method.toLowerCase()]?.['x-atlassian-oauth2-scopes'] ?? [];
      const classic = scopes
        .filter(({ state }) => state === 'Current')
        .flatMap((one) => one.scopes);
      const granular = scopes.filter(({ state }) => state === 'Beta').flatMap((one) => one.scopes);
      expect(classic.length > 0 ? classic : granular).toEqual([scope]);
    },
  );
});
