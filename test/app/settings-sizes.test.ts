import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { writeRubric } from '../../src/core/rubric/document/document-text';
import type { Rubric } from '../../src/core/rubric/schema/schema';
import { PAY, settingsSite } from './settings-site';

const KIB = 1024;
const fields = Array.from({ length: 300 }, (_, n) => ({
  id: `customfield_${20_000 + n}`,
  name: `Field number ${n} of a grown site`,
  type: (['number', 'option', 'date'] as const)[n % 3] ?? 'number',
}));
const [first] = defaultRubric.criteria;
const criteria = Array.from({ length: 60 }, (_, n) => ({
  ...first,
  id: `criterion-${n}`,
  pillar: defaultRubric.pillars[n % defaultRubric.pillars.length]?.id,
  label: `A criterion with a long label, number ${n}`,
  absence: 'unknown' as const,
  ifSiteHas: true,
  weight: 1 + n,
  signal: { kind: 'number' as const, fields: [fields[n * 3]?.name ?? ''] },
  curve: {
    kind: 'linear' as const,
    direction: 'rising' as const,
    from: { x: 0, points: 0 },
    to: { x: 100, points: 100 },
  },
}));
const grown: Rubric = {
  ...defaultRubric,
  criteria: criteria as Rubric['criteria'],
  lanes: defaultRubric.lanes.filter(({ any }) =>
    any.every(({ kind }) => kind !== 'strongestPillar'),
  ),
  pillars: defaultRubric.pillars,
};
const issues = Array.from({ length: 120 }, (_, n) => ({
  customs: {
    customfield_20000: n,
    customfield_20003: n % 2 === 0 ? n : null,
    customfield_20001: { value: n % 3 === 0 ? 'Red' : 'Blue' },
  },
}));

describe('settings of a grown site', () => {
  it('stay usable with 300 fields, 60 criteria and 45 versions', async () => {
    const site = settingsSite(issues.slice(0, 5), { fields });
    for (let n = 0; n < 45; n += 1) {
      const document = {
        ...grown,
        criteria: grown.criteria.map((one) => ({ ...one, weight: one.weight + n })),
      };
      expect(
        await site.get('pam', 'rubric.publish', {
          ...PAY,
          document,
          reason: `round ${n} ${'why '.repeat(200)}`,
          base: n,
        }),
      ).toMatchObject({ ok: true, version: n + 1 });
      await site.dev.clock.sleep(60_000);
    }
    await site.settle();
    await site.get('pam', 'draft.save', { ...PAY, document: grown, base: 45, seen: 0 });

    const reads = async (work: () => Promise<unknown>) => {
      const before = site.dev.host.invocations.totals();
      const answer = JSON.stringify(await work());
      const after = site.dev.host.invocations.totals();
      return {
        kib: Math.round(answer.length / KIB),
        units: after.kvsReads - before.kvsReads,
        jira: after.points - before.points,
      };
    };
    const view = await reads(() => site.get('pam', 'settings.view', PAY));
    const versions = await reads(() =>
      site.get('pam', 'rubric.versions', { ...PAY, before: null }),
    );
    const inputs = await reads(() => site.get('pam', 'settings.inputs', PAY));
    // Answers may have 5 MB; a minute has 4,000 units of reading.
    expect([
      view.kib < 400,
      view.units <= 40,
      versions.kib < 400,
      versions.units <= 60,
      inputs.kib < 400,
      inputs.units <= 60,
    ]).toEqual([true, true, true, true, true, true]);
    // Four of them are what two permissions cost.
    expect(view.jira).toBeLessThanOrEqual(12);

    const pages = [await site.get('vera', 'rubric.versions', { ...PAY, before: null })];
    for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null)
      pages.push(await site.get('vera', 'rubric.versions', { ...PAY, before: next }));
    expect(pages.map(({ versions: page }) => page.length)).toEqual([20, 20, 5]);
    expect(pages.flatMap(({ versions: page }) => page.map(({ version }) => version))).toEqual(
      Array.from({ length: 45 }, (_, n) => 45 - n),
    );
    expect(pages[0]?.versions[0]).toMatchObject({ version: 45, more: 11 });
    expect(pages[0]?.versions[0]?.changes).toHaveLength(50);
  }, 120_000);

  it('tell how often each field is filled and how values are spread, by the ledger where it knows and by a sample where not', async () => {
    const site = settingsSite([...issues], { fields });
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: { ...grown, criteria: grown.criteria.slice(0, 3) },
      reason: 'three numbers',
      base: 0,
    });
    site.dev.announceInstalled();
    await site.settle();
    const inputs = await site.get('vera', 'settings.inputs', PAY);
    const named = (name: string) => inputs.fields.find((one) => one.name === name);
    expect(named('Field number 0 of a grown site')).toMatchObject({
      signal: 'number',
      type: 'number',
      filled: { share: 1, of: 'of 120 open issues' },
    });
    expect(named('Field number 3 of a grown site')?.filled).toEqual({
      share: 0.5,
      of: 'of 120 open issues',
    });
    expect(named('Field number 1 of a grown site')).toMatchObject({
      signal: 'option',
      type: 'choice',
      filled: { share: 1, of: 'of the last 100 issues' },
      samples: ['Blue', 'Red'],
    });
    expect(named('Field number 299 of a grown site')?.filled).toEqual({
      share: 0,
      of: 'of the last 100 issues',
    });
    expect(inputs.fields.some(({ name }) => name === 'Priority score')).toBe(false);
    const { known, unknown, buckets } = inputs.distributions['criterion-0'] ?? {
      known: 0,
      unknown: 0,
      buckets: [],
    };
    expect([
      known,
      unknown,
      buckets.length <= 20,
      buckets[0]?.from,
      buckets.at(-1)?.to,
      buckets.reduce((sum, { issues: each }) => sum + each, 0),
    ]).toEqual([120, 0, true, 0, expect.any(Number), 120]);
    expect(inputs.distributions['criterion-1']).toMatchObject({ known: 60, unknown: 60 });
    expect(inputs.measured).toEqual({ issues: 120, all: true });
    expect(inputs.sample).toEqual({ issues: 100, why: null });
    expect(inputs.names.workTypes).toEqual(expect.arrayContaining(['Bug', 'Story']));
  });

  it('say why when Jira cannot be asked for a sample, and tell the rest', async () => {
    const site = settingsSite([{ priority: 'High' }]);
    site.dev.announceInstalled();
    await site.settle();
    site.dev.site.faults.set({
      faults: [{ path: '/search/jql', effect: { kind: 'status', status: 503 } }],
    });
    const inputs = await site.get('pam', 'settings.inputs', PAY);
    expect(inputs.sample).toEqual({ issues: 0, why: expect.any(String) as string });
    expect(inputs.distributions['priority']).toMatchObject({
      known: 1,
      names: [{ name: 'High', issues: 1 }],
    });
  });

  it('refuse in words what is too large to be kept, and change nothing', async () => {
    const site = settingsSite();
    const members = Object.fromEntries(
      Array.from({ length: 6_000 }, (_, n) => [
        `A customer of the longer names, number ${n}`,
        'enterprise',
      ]),
    );
    const document = { ...defaultRubric, customers: { segments: { enterprise: 3 }, members } };
    const answer = await site.get('pam', 'rubric.publish', {
      ...PAY,
      document,
      reason: 'everybody',
      base: 0,
    });
    expect(answer).toMatchObject({
      ok: false,
      problems: [
        {
          path: '',
          problem: expect.stringMatching(/^it has \d+ KiB, and 220 is the most/u) as string,
        },
      ],
    });
    expect(
      await site.refused('pam', 'draft.save', { ...PAY, document, base: 0, seen: 0 }),
    ).toMatchObject({ kind: 'invalid' });
    expect((await site.get('pam', 'settings.view', PAY)).published.version).toBe(0);
  });

  it('keep the largest document that is let through, with reasons, changes and names in any script', async () => {
    const site = settingsSite();
    const member = (n: number): string => `顧客番号${n}：${'長い名前'.repeat(8)}`;
    const sized = (count: number, segment: string) => ({
      ...defaultRubric,
      customers: {
        segments: { [segment]: 2 },
        members: Object.fromEntries(Array.from({ length: count }, (_, n) => [member(n), segment])),
      },
    });
    const fits = (count: number): boolean =>
      Buffer.byteLength(JSON.stringify(sized(count, 'エ'))) < 219.5 * KIB;
    let count = 1_000;
    while (fits(count + 25)) count += 25;
    const reason = '理'.repeat(1_000);
    expect(
      await site.get('pam', 'draft.save', {
        ...PAY,
        document: sized(count, 'エ'),
        base: 0,
        seen: 0,
      }),
    ).toMatchObject({ saved: true });
    expect(
      await site.get('pam', 'rubric.publish', {
        ...PAY,
        document: sized(count, 'エ'),
        reason,
        base: 0,
      }),
    ).toMatchObject({ ok: true });
    expect(
      await site.get('pam', 'rubric.publish', {
        ...PAY,
        document: sized(count, 'ア'),
        reason,
        base: 1,
      }),
    ).toMatchObject({ ok: true, version: 2 });
    expect((await site.get('vera', 'rubric.version', { ...PAY, version: 2 })).about).toMatchObject({
      version: 2,
      reason,
      changes: expect.arrayContaining([]) as [],
    });
    expect(
      await site.get('pam', 'rubric.rollback', { ...PAY, version: 1, reason, base: 2 }),
    ).toMatchObject({ ok: true, version: 3 });
  });

  it('read a rubric written elsewhere, list all of its problems, and save nothing', async () => {
    const site = settingsSite();
    const kept = site.storage();
    const text =
      'name: Ours\nbands: { immediate: 10, soon: 50, canWait: 70 }\nurgency: { lambda: 7 }\nmoon: full\n';
    const broken = await site.get('pam', 'rubric.import', { ...PAY, text });
    expect(broken.document).toBeNull();
    expect(broken.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['moon', 'urgency.lambda', 'bands.soon', 'bands.canWait']),
    );
    for (const text of ['{', 'a: [', '- 1\n- 2', '', '&a [*a, *a, *a]', '42'])
      expect(
        (await site.get('pam', 'rubric.import', { ...PAY, text })).problems.length,
      ).toBeGreaterThan(0);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[n]}`).join(',')}]`)
      .join('\n')}`;
    expect((await site.get('pam', 'rubric.import', { ...PAY, text: bomb })).document).toBeNull();
    const whole = await site.get('pam', 'rubric.import', {
      ...PAY,
      text: writeRubric(grown, 'yaml'),
    });
    expect(whole.problems).toEqual([]);
    expect(whole.document).toEqual(grown);
    expect(whole.changes.length).toBeGreaterThan(60);
    expect(site.storage()).toBe(kept);
    const { fileName, text: exported } = await site.get('vera', 'rubric.export', {
      ...PAY,
      version: null,
      format: 'json',
    });
    expect([fileName, JSON.parse(exported)]).toEqual(['ballast-PAY-v0.json', defaultRubric]);
  });
});
