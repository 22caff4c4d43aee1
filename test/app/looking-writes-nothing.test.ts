import type { Reply } from '../../src/contract';
import type { PostMortemView } from '../../src/core/post-mortem/view';
import type { SnapshotIssue } from '../../dev/jira/snapshot';
import { questionsOfContract } from '../house/questions';
import { ISSUE, QUESTIONS } from './refused-questions';
import { smallSite, type SmallSite } from './small-site';

/** By its last word a question only looks, or does something. A new word belongs into one of the two. */
const LOOKS =
  /\.(view|list|find|preview|check|people|before|input|inputs|starts|cost|left|detect|version|versions|export)$/u;
const DOES =
  /\.(answer|cast|withdraw|propose|undo|send|start|change|act|share|rotateSecret|connect|disconnect|cancel|pause|resume|retryFailed|finish|begin|end|repair|save|remove|erase|discard|rebase|publish|rollback)$/u;
/** Both are called import: a rubric's text is only read, a table of customers is taken over. */
const IMPORTS: Readonly<Record<string, 'looks' | 'does'>> = {
  'rubric.import': 'looks',
  'customers.import': 'does',
};

/** What may be written while somebody looks, and why. */
const EXCEPTIONS = [
  // What this hour's requests to Jira cost: every invocation counts, or the quota would be overrun.
  /^spent:/u,
  // The site's list of fields, remembered for a while so that not every look has to ask for it.
  /^(?:site-fields|working-time)$/u,
];

const looking = Object.entries(QUESTIONS).filter(
  ([question]) => LOOKS.test(question) || IMPORTS[question] === 'looks',
);

async function ask<T = unknown>(
  site: SmallSite,
  question: string,
  payload: object,
): Promise<Reply<T>> {
  return (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId: site.dev.adminId,
  })) as Reply<T>;
}

/** Everything kept, one text a record. */
const kept = (site: SmallSite): readonly string[] =>
  [...site.dev.host.dumpKvs()]
    .filter(({ key }) => !EXCEPTIONS.some((exception) => exception.test(key)))
    .map(({ entity, key, value }) => `${entity ?? 'value'} ${key} ${JSON.stringify(value)}`);

/** The names of the events of everything that happens in Jira, whoever does it. */
function happenings(site: SmallSite): readonly string[] {
  const names: string[] = [];
  site.dev.site.onEvent(({ name }) => names.push(name));
  return names;
}

describe('looking', () => {
  it('is told from doing by the name of every question', () => {
    const both = questionsOfContract().map((question) => [
      question,
      [LOOKS.test(question), DOES.test(question), question in IMPORTS].filter(Boolean).length,
    ]);
    expect(both.filter(([, words]) => words !== 1)).toEqual([]);
  });

  describe('on a site where everything is up to date', () => {
    let site: SmallSite;
    beforeAll(async () => {
      site = smallSite(
        [
          { key: ISSUE, priority: 'High' },
          { key: 'PAY-2', typeName: 'Story' },
          { key: 'INC-1', projectKey: 'INC', typeName: 'Incident', priority: 'Highest' },
          { key: 'SUP-1', projectKey: 'SUP', typeName: 'Support request' },
        ],
        [],
        { users: [{ accountId: 'reader', displayName: 'Rae Reader' }] },
      );
      site.dev.announceInstalled();
      await site.settle();
      await site.link('Relates', ISSUE, 'INC-1');
      await site.link('Relates', ISSUE, 'SUP-1');
      await site.settle();
      const { payload } = QUESTIONS['rubric.publish'] ?? { payload: {} };
      expect(await ask(site, 'rubric.publish', payload)).toMatchObject({ ok: true });
      await site.settle();
      expect((await site.fields(ISSUE)).lane).toBe('hot fix');
      // A hot fix gets its due date from Ballast itself, which Ballast hears nothing of: the first look finds it.
      await ask(site, 'score.view', QUESTIONS['score.view']?.payload ?? {});
      await site.settle();
    });

    it.each(looking)('%s writes nothing and asks nothing of a queue', async (question, needs) => {
      const before = kept(site);
      const happened = happenings(site);
      const pushes = site.dev.host.invocations.totals().queuePushes;
      const reply = await ask(site, question, needs.payload);
      expect(reply).toMatchObject({ ok: true });
      expect(kept(site)).toEqual(before);
      expect(happened).toEqual([]);
      expect(site.dev.host.invocations.totals().queuePushes).toBe(pushes);
    });
  });

  describe('on a site that Ballast knows nothing of yet', () => {
    const fix: Partial<SnapshotIssue> = { key: 'PAY-2', statusName: 'Done', priority: 'High' };
    const aFreshSite = (): SmallSite =>
      smallSite(
        [
          { key: ISSUE, priority: 'High' },
          fix,
          { key: 'INC-1', projectKey: 'INC', typeName: 'Incident', priority: 'Highest' },
        ],
        [{ typeName: 'Relates', sourceKey: 'PAY-2', destinationKey: 'INC-1' }],
      );
    /** Beside the request that the issue be scored, and that the queue has been woken for it. */
    const besidesRequests = (site: SmallSite): readonly string[] =>
      kept(site).filter((record) => !/^(mark|value wake:)/u.test(record));

    it.each(looking)('%s leaves what has to be written to the queue', async (question, needs) => {
      const site = aFreshSite();
      const happened = happenings(site);
      await ask(site, question, needs.payload);
      expect(besidesRequests(site)).toEqual([]);
      expect(happened).toEqual([]);
    });

    it.each(['score.view', 'override.view', 'votes.view', 'overcap.view'])(
      '%s has the issue scored, which then stands in Jira',
      async (question) => {
        const site = aFreshSite();
        const { payload } = QUESTIONS[question] ?? { payload: {} };
        expect(await ask(site, question, payload)).toMatchObject({ ok: true });
        expect((await site.fields(ISSUE)).score).toBeNull();
        await site.settle();
        expect((await site.fields(ISSUE)).score).toEqual(expect.any(Number));
        expect(await ask(site, 'score.view', payload)).toMatchObject({ value: { pending: null } });
      },
    );

    it.each(['score.view', 'postmortem.view'])(
      '%s has the post-mortem of a resolved fix opened, which is shown before it is',
      async (question) => {
        const site = aFreshSite();
        const payload = { issueId: String(site.dev.site.peek('PAY-2')?.id) };
        await ask(site, question, payload);
        const shown = await ask<PostMortemView>(site, 'postmortem.view', payload);
        expect(shown).toMatchObject({ ok: true, value: { state: 'open', incidents: [{}] } });
        expect(kept(site).filter((record) => record.startsWith('postmortem '))).toEqual([]);
        await site.settle();
        expect(kept(site).filter((record) => record.startsWith('postmortem '))).toHaveLength(1);
        const { due, items, log } = shown.ok ? shown.value : { due: null, items: [], log: [] };
        expect(await ask(site, 'postmortem.view', payload)).toMatchObject({
          value: { state: 'open', due, items, log: log.map(({ entry }) => ({ entry })) },
        });
      },
    );

    it('lets the first change to a post-mortem open it, without waiting for the queue', async () => {
      const site = aFreshSite();
      const payload = { issueId: String(site.dev.site.peek('PAY-2')?.id) };
      const shown = await ask<PostMortemView>(site, 'postmortem.view', payload);
      const seen = shown.ok ? shown.value.revision : NaN;
      const change = { kind: 'owner', owner: site.dev.adminId };
      expect(await ask(site, 'postmortem.change', { ...payload, seen, change })).toMatchObject({
        ok: true,
        value: { state: 'open', owner: site.dev.adminId },
      });
    });
  });
});
