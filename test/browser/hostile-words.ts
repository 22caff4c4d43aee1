import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';

/** Sets a mark on the window if any part of it is ever taken for markup or script. */
const MARKUP = `<script>window.hacked=1</script><img src=x onerror="window.hacked=1"><svg onload="window.hacked=1"></svg>"'&lt;`;
const DIRECTION = '\u202egnp.exe\u202c \u2067ملف\u2069 שלום';
const BROKEN = 'NUL\u0000BEL\u0007 lone\ud800surrogate\udfff';
const EMOJI = '👩‍👩‍👧‍👦🏴‍☠️🇺🇳';

/** Text as somebody sends it who means harm, or whose keyboard broke; begins with a mark by which a test finds it on the page. */
export function hostile(what: string, most = Infinity): string {
  return [...`«${what}» ${MARKUP} ${DIRECTION} ${EMOJI} ${BROKEN}`].join('').slice(0, most);
}

/** Ten thousand characters, a third of them without a place to break the line. */
export const ENDLESS = `${hostile('summary')} ${'W'.repeat(3_400)} ${'word '.repeat(1_200)}`.padEnd(
  10_000,
  '.',
);

const option = (what: string): object => ({ id: '1', value: hostile(what) });
const person = (id: string): object => ({
  accountId: id,
  displayName: hostile(`person ${id}`),
  active: true,
});
const linkType = {
  id: '9',
  name: hostile('link type'),
  inward: hostile('inward'),
  outward: hostile('outward'),
};

function anIssue(key: string, type: string, fields: object = {}): object {
  return {
    id: String(10_000 + Number(key.split('-')[1]) + (key.startsWith('HOST') ? 0 : 500)),
    key,
    names: {
      customfield_10101: 'Customer',
      customfield_10102: 'Goals',
      customfield_10103: 'Severity',
      customfield_10104: 'Notes',
    },
    schema: {
      customfield_10101: { type: 'string' },
      customfield_10102: { type: 'string' },
      customfield_10103: { type: 'option' },
      customfield_10104: {
        type: 'string',
        custom: 'com.atlassian.jira.plugin.system.customfieldtypes:textarea',
      },
    },
    fields: {
      summary: ENDLESS,
      description: hostile('description'),
      issuetype: { name: type },
      status: { name: 'To Do', statusCategory: { key: 'new' } },
      priority: { name: 'High' },
      reporter: person('eve'),
      assignee: person('mallory'),
      created: '2026-11-10T10:00:00.000+0000',
      updated: '2026-11-12T10:00:00.000+0000',
      labels: [hostile('label')],
      components: [{ id: '7', name: hostile('component') }],
      fixVersions: [{ id: '8', name: hostile('version') }],
      comment: {
        total: 1,
        comments: [
          {
            id: key.replace(/\D/g, '1'),
            author: person('eve'),
            created: '2026-11-11T10:00:00.000+0000',
            body: hostile('comment'),
          },
        ],
      },
      customfield_10102: hostile('goal'),
      customfield_10104: ENDLESS,
      ...fields,
    },
  };
}

const linked = (key: string): object => ({ type: linkType, outwardIssue: { key } });

/** An export with hostile text in every text field; what Jira itself would refuse, such as a summary of 10,000 characters, comes only this way. */
export function hostileExport(): string {
  const issues = [
    anIssue('HOST-1', 'Story', {
      issuelinks: [
        linked('SUP-1'),
        linked('INC-1'),
        {
          type: { id: '3', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
          outwardIssue: { key: 'HOST-2' },
        },
      ],
    }),
    anIssue('HOST-2', hostile('type', 60)),
    anIssue('SUP-1', 'Support', { customfield_10101: hostile('customer') }),
    anIssue('INC-1', 'Incident', {
      priority: { name: 'Highest' },
      customfield_10103: option('severity'),
    }),
  ];
  const path = join(mkdtempSync(join(tmpdir(), 'ballast-hostile-')), 'export.json');
  writeFileSync(path, JSON.stringify(issues));
  return path;
}

/** The default rubric, every word of it hostile. */
export const hostileRubric = {
  ...defaultRubric,
  name: hostile('rubric', 120),
  pillars: defaultRubric.pillars.map(({ id }) => ({ id, label: hostile(`pillar ${id}`, 80) })),
  criteria: [
    ...defaultRubric.criteria.map((criterion) => ({
      ...criterion,
      label: hostile(criterion.id, 80),
    })),
    {
      id: 'appeal',
      pillar: defaultRubric.pillars[0]?.id,
      label: hostile('appeal', 80),
      signal: { kind: 'rating', min: 1, max: 5 },
      weight: 20,
      absence: 'unknown',
      ifSiteHas: false,
      curve: {
        kind: 'linear',
        direction: 'rising',
        from: { x: 1, points: 0 },
        to: { x: 5, points: 100 },
      },
    },
  ],
  effort: { ...defaultRubric.effort, unit: '<b>\u202epoints</b>' },
  vocabulary: {
    'hot fix': hostile('meaning'),
    stability: hostile('meaning'),
    'feature improvement': hostile('meaning'),
    'strategic bet': hostile('meaning'),
  },
  postMortem: {
    ...defaultRubric.postMortem,
    checklist: defaultRubric.postMortem.checklist.map((item) => ({
      ...item,
      text: hostile(`item ${item.id}`, 200),
    })),
  },
};
