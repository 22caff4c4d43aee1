import { stringify } from 'yaml';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import type { SmallSite } from '../app/small-site';
import { canariesIn } from './canaries';
import type { Known } from './arbitrary-of';
import { idOf, PEOPLE, SECRET } from './guarded-site';

const PROJECTS = ['PAY', 'OPS', 'INC', 'SUP', 'NONE'];
const KEYS = ['PAY-1', 'PAY-3', ...SECRET, 'OPS-2', 'INC-2', 'NONE-1'];
const JQL = [
  'project = OPS',
  'summary ~ "Broken"',
  'x) OR (project = OPS',
  'key = PAY-1 OR key = OPS-1',
  'project = PAY ORDER BY created',
  '"Priority score" > 10',
];

/** What a payload of somebody who wants to know more names: whatever stands on the site, visible to them or not. */
export function knownOf(site: SmallSite): Known {
  return {
    strings: [
      ...KEYS,
      ...KEYS.map((key) => idOf(site, key)).filter((id) => id !== ''),
      ...PROJECTS,
      ...JQL,
      ...PEOPLE.map(({ accountId }) => accountId),
      ...['ina', 'zed', site.dev.adminId, 'app-ballast'],
      ...['2026-11-20', '2026-12-31', '2027-02-28', 'https://example.com/a?b=c'],
      ...['effort', 'reach', 'impact', 'timeline', 'customers', 'SUP-2, by phone'],
      ...namesIn(site),
      ...places(site),
      stringify({ name: 'Another' }),
      JSON.stringify(defaultRubric),
    ],
    documents: documents(),
  };
}

/** Ids of everything kept, and of what its parts call themselves; no words of people, which would come back to who said them. */
function namesIn(site: SmallSite): readonly string[] {
  const ids = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      if (name === 'id' && typeof member === 'string') ids.add(member);
      else walk(member);
    }
  };
  for (const { key, value } of site.dev.host.dumpKvs()) {
    ids.add(key);
    walk(value);
  }
  return [...ids].filter((id) => id !== '' && canariesIn(id).length === 0);
}

/** Places in the logs of issues, as the local storage writes them; a site's own are of a form that nobody knows. */
function places(site: SmallSite): readonly string[] {
  const parts = [...SECRET, 'PAY-1'].map((key) => idOf(site, key));
  return parts.flatMap((id) =>
    [
      ['by-issue', JSON.stringify([id]), '~', '~'],
      ['by-issue', JSON.stringify([id]), 0, ''],
    ].map((place) => Buffer.from(JSON.stringify(place)).toString('base64')),
  );
}

function documents(): readonly unknown[] {
  const { pillars, lanes } = defaultRubric as unknown as Record<string, unknown>;
  return [
    defaultRubric,
    { ...defaultRubric, name: 'Another' },
    { name: 'Another' },
    { name: 'Odd', pillars, lanes, customers: { members: { constructor: 'growth' } } },
    { ...defaultRubric, pillars: [] },
    { ...defaultRubric, decisionRights: { publish: { roles: ['Viewers'], people: ['reader'] } } },
    {},
    [],
    null,
    'name: Another',
    JSON.parse('{"__proto__":{"name":"x"},"name":"Proto"}'),
  ];
}
