import { createAutomation, type Automation } from '../../dev/automation/engine';
import type { Rule } from '../../dev/automation/rule';
import type { SiteSnapshot } from '../../dev/jira/snapshot';
import { smallSite, type SmallSite } from './small-site';

/** A reader who may look at payments and change nothing, and somebody whom the project is hidden from. */
const PEOPLE: Partial<SiteSnapshot> = {
  users: [
    { accountId: 'reader', displayName: 'Rae Reader' },
    { accountId: 'outsider', displayName: 'Ola Outside' },
    { accountId: 'worker', displayName: 'Wim Worker' },
  ],
  projects: [
    {
      key: 'PAY',
      name: 'Payments',
      roles: [
        { name: 'Viewers', accountIds: ['reader'] },
        { name: 'Developers', accountIds: ['worker'] },
      ],
    },
    { key: 'INC', name: 'Incidents' },
  ],
};

async function aSite(): Promise<{
  readonly site: SmallSite;
  readonly automation: Automation;
  add(rule: Partial<Rule>): void;
  settle(): Promise<void>;
}> {
  const site = smallSite([{}, {}], [], PEOPLE);
  site.dev.announceInstalled();
  await site.settle();
  const automation = createAutomation({
    site: site.dev.site,
    clock: site.dev.clock,
    runAction: site.dev.host.runAction,
  });
  return {
    site,
    automation,
    add(rule) {
      automation.save({
        id: 'one',
        name: 'A rule',
        enabled: true,
        trigger: { when: 'created' },
        project: '',
        action: 'ballast-rescore-item',
        inputs: { workItem: '{{issue.key}}' },
        actor: site.dev.adminId,
        comment: '',
        ...rule,
      });
    },
    async settle() {
      await automation.settled();
      await site.settle();
      await automation.settled();
    },
  };
}

const newest = ({ automation }: { readonly automation: Automation }) => automation.audit()[0];

describe('a rule', () => {
  it('rescores a work item when it is edited, and the rest of the rule reads what came of it', async () => {
    const world = await aSite();
    const { site } = world;
    // Nobody tells the app of the edit, so that only the rule can have rescored.
    site.dev.host.close();
    world.add({
      trigger: { when: 'edited', fields: ['Priority'] },
      comment: '{{issue.key}} went to {{outputs.score}}, lane {{outputs.lane}}',
    });
    const before = (await site.fields('PAY-1')).score;
    await site.edit('PAY-1', { priority: { name: 'Highest' } });
    await world.settle();
    const after = await site.fields('PAY-1');
    expect(after.score).toBeGreaterThan(before ?? NaN);
    expect(newest(world)).toMatchObject({
      outcome: 'succeeded',
      issue: 'PAY-1',
      because: 'priority edited',
      outputs: {
        key: 'PAY-1',
        score: after.score,
        previousScore: before,
        lane: after.lane,
        changed: true,
      },
    });
    const { comments } = (await site.ask('GET', '/rest/api/3/issue/PAY-1/comment')) as {
      comments: { body: unknown }[];
    };
    expect(JSON.stringify(comments)).toContain(
      `PAY-1 went to ${String(after.score)}, lane ${String(after.lane)}`,
    );
  });

  it('records a linked ticket as evidence, once however often it runs', async () => {
    const world = await aSite();
    const { site } = world;
    world.add({
      trigger: { when: 'linked', type: '' },
      action: 'ballast-record-evidence',
      inputs: {
        workItem: '{{issue.key}}',
        kind: 'incident',
        source: 'Bug tracker',
        externalId: '{{destinationIssue.key}}',
        severity: '{{destinationIssue.priority.name}}',
      },
    });
    const bug = await site.create('PAY', 'Bug', { priority: { name: 'Highest' } });
    await site.settle();
    await site.link('Relates', 'PAY-1', bug);
    await world.settle();
    expect((await site.fields('PAY-1')).lane).toBe('hot fix');
    const score = (await site.fields('PAY-1')).score;
    await world.automation.runNow('one', 'PAY-1');
    expect(newest(world)).toMatchObject({
      outcome: 'failed',
      errors: [expect.stringContaining('Id at the source is empty')],
    });
    await site.unlink('PAY-1', bug);
    await site.link('Relates', 'PAY-1', bug);
    await world.settle();
    expect((await site.fields('PAY-1')).score).toBe(score);
  });

  it('pins a lane for so many days, with a reason, and lets go of it afterwards', async () => {
    const world = await aSite();
    const { site } = world;
    world.add({
      trigger: { when: 'transitioned', to: 'In Progress' },
      action: 'ballast-override-lane',
      inputs: {
        workItem: '{{issue.key}}',
        lane: 'strategic bet',
        reason: 'The board asked for it',
        until: '3',
      },
    });
    await world.automation.runNow('one', 'PAY-1');
    expect(newest(world)).toMatchObject({
      outcome: 'succeeded',
      outputs: {
        lane: 'strategic bet',
        previousLane: 'feature improvement',
        laneReason: expect.stringContaining('pinned'),
      },
    });
    expect((await site.fields('PAY-1')).lane).toBe('strategic bet');
    const clock = site.dev.clock as typeof site.dev.clock & { advance(ms: number): Promise<void> };
    await clock.advance(5 * 86_400_000);
    await site.dev.host.runSchedule('daily');
    await site.settle();
    expect((await site.fields('PAY-1')).lane).toBe('feature improvement');
  });

  it('has a whole project scored, on a schedule', async () => {
    const world = await aSite();
    const { site } = world;
    world.add({
      trigger: { when: 'schedule', everyMinutes: 60, jql: '' },
      action: 'ballast-rescore-project',
      inputs: { project: 'PAY' },
    });
    site.dev.host.close();
    await site.edit('PAY-2', { priority: { name: 'Highest' } });
    const before = (await site.fields('PAY-2')).score ?? NaN;
    const clock = site.dev.clock as typeof site.dev.clock & { advance(ms: number): Promise<void> };
    await clock.advance(61 * 60_000);
    await world.settle();
    expect(newest(world)).toMatchObject({
      outcome: 'succeeded',
      because: 'on schedule',
      outputs: { project: 'PAY' },
    });
    expect((await site.fields('PAY-2')).score).toBeGreaterThan(before);
  });

  it('runs for every work item that its JQL finds', async () => {
    const world = await aSite();
    world.add({
      trigger: { when: 'schedule', everyMinutes: 60, jql: 'project = PAY ORDER BY key' },
    });
    await world.automation.runNow('one', null);
    expect(world.automation.audit().map(({ issue }) => issue)).toEqual(['PAY-2', 'PAY-1']);
    world.add({ trigger: { when: 'schedule', everyMinutes: 60, jql: 'nonsense !' } });
    await world.automation.runNow('one', null);
    expect(newest(world)).toMatchObject({ outcome: 'failed' });
  });

  it('starts for nothing that the app itself does, nor in another project, nor while it is disabled', async () => {
    const world = await aSite();
    world.add({ trigger: { when: 'edited', fields: [] }, project: 'INC' });
    await world.site.edit('PAY-1', { priority: { name: 'Highest' } });
    await world.settle();
    world.add({ trigger: { when: 'edited', fields: [] }, enabled: false });
    await world.site.edit('PAY-1', { priority: { name: 'Low' } });
    await world.settle();
    expect(world.automation.audit()).toEqual([]);
  });
});

describe("a rule's user", () => {
  const evidence = { workItem: 'PAY-1', kind: 'support', source: 'Desk', externalId: '1' };
  const override = { workItem: 'PAY-1', lane: 'hot fix', reason: 'because', until: '3' };

  it('asks for an override where the decision rights want an approval', async () => {
    const { site } = await aSite();
    const answer = await site.dev.host.runAction('ballast-override-lane', override, 'worker');
    expect(answer).toMatchObject({
      lane: 'feature improvement',
      laneReason: expect.stringContaining('waits for approval'),
    });
  });

  it.each([
    [
      'outsider',
      'ballast-rescore-item',
      { workItem: 'PAY-1' },
      "Ballast: Work item PAY-1 does not exist, or the rule's user may not see it.",
    ],
    ['outsider', 'ballast-record-evidence', evidence, 'may not see it'],
    ['outsider', 'ballast-override-lane', override, 'may not see it'],
    ['reader', 'ballast-record-evidence', evidence, "The rule's user may not edit PAY-1"],
    [
      'reader',
      'ballast-override-lane',
      override,
      'Ballast: You may not edit issues of this project.',
    ],
    [
      'worker',
      'ballast-rescore-project',
      { project: 'PAY' },
      "The rule's user does not administer the project PAY",
    ],
    ['nobody', 'ballast-rescore-item', { workItem: 'PAY-1' }, 'authenticated'],
  ])('who is %s is refused %s, and nothing is kept', async (who, action, inputs, words) => {
    const { site } = await aSite();
    const kept = (): string =>
      JSON.stringify(
        [...site.dev.host.dumpKvs()].filter(
          ({ entity }) => entity === 'evidence' || entity === 'attached',
        ),
      );
    const before = kept();
    expect(await site.dev.host.runAction(action, inputs, who)).toEqual({
      errors: [{ message: expect.stringContaining(words) }],
    });
    expect(kept()).toBe(before);
  });

  it.each([
    ['reader', 'ballast-rescore-item', { workItem: 'PAY-1' }],
    ['worker', 'ballast-record-evidence', evidence],
  ])('who is %s may %s', async (who, action, inputs) => {
    const { site } = await aSite();
    expect(await site.dev.host.runAction(action, inputs, who)).toMatchObject({ key: 'PAY-1' });
  });

  it.each([
    [
      'ballast-rescore-item',
      { workItem: '' },
      'Ballast: Work item is empty: give a key such as PAY-12, or {{issue.key}}.',
    ],
    [
      'ballast-rescore-item',
      { workItem: 'the big one' },
      'Ballast: Work item “the big one” is not the key of a work item, such as PAY-12.',
    ],
    ['ballast-rescore-item', {}, 'Ballast: Work item is empty'],
    ['ballast-rescore-item', { workItem: 'PAY-999' }, 'Ballast: Work item PAY-999 does not exist'],
    [
      'ballast-rescore-project',
      { project: 'pay' },
      'Ballast: Project “pay” is not the key of a project, such as PAY.',
    ],
    [
      'ballast-record-evidence',
      { workItem: 'PAY-1', kind: 'rumour', source: 'Desk', externalId: '1' },
      'Ballast: Kind “rumour” is none of incident, support, report, usage.',
    ],
    [
      'ballast-record-evidence',
      { workItem: 'PAY-1', kind: 'support', source: 'Desk', externalId: '1', date: 'soon' },
      'Ballast: Date “soon” is no date such as 2026-11-20.',
    ],
    [
      'ballast-override-lane',
      { workItem: 'PAY-1', lane: 'urgent', reason: 'because', until: '3' },
      'Ballast: Lane “urgent” is none of hot fix, stability, feature improvement, strategic bet.',
    ],
    [
      'ballast-override-lane',
      { workItem: 'PAY-1', lane: 'hot fix', reason: 'because', until: '2020-01-01' },
      'Ballast: The end 2020-01-01 is over already. Choose a day from today on.',
    ],
    [
      'ballast-override-lane',
      { workItem: 'PAY-1', lane: 'hot fix', reason: 'because', until: '2031-01-01' },
      'belongs into the rubric',
    ],
  ])('reads in the audit log what is wrong with %s %j', async (action, inputs, words) => {
    const { site } = await aSite();
    const answer = (await site.dev.host.runAction(action, inputs, site.dev.adminId)) as {
      errors?: { message: string }[];
    };
    expect(answer.errors?.map(({ message }) => message).join(' ')).toContain(words);
  });

  it('hears that Jira asks to wait, and for how long', async () => {
    const { site } = await aSite();
    site.dev.site.faults.set({
      faults: [{ effect: { kind: 'status', status: 429, retryAfterSeconds: 60 } }],
    });
    const answer = (await site.dev.host.runAction(
      'ballast-rescore-item',
      { workItem: 'PAY-1' },
      site.dev.adminId,
    )) as { errors?: { message: string }[] };
    expect(answer.errors?.[0]?.message).toMatch(/run again in \d+ seconds/u);
  });
});
