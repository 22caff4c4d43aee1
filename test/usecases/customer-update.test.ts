import { Declined, Forbidden } from '../../src/usecases/failures';
import { scoreIssues } from '../../src/usecases/score-issues';
import type { PersonsJira } from '../../src/usecases/ports/post-mortem';
import { sendCustomerUpdate, viewCustomerUpdate, type UpdateDesk } from '../../src/usecases/urgent/customer-update';
import { aViewer, anIssue, inMemoryWorld, linkBoth, NOW, type InMemoryWorld } from './in-memory-world';

const people = { names: async (ids: readonly string[]) => new Map(ids.map((id) => [id, `Name of ${id}`])) };

async function aTroubledIssue() {
  const ticket = (key: string) => anIssue(key, { type: { name: 'Support request', level: 0 }, reporter: { id: `c-${key}`, name: `Customer of ${key}` } });
  const [once, first] = linkBoth(anIssue('PAY-1'), 'relates to', ticket('SUP-1'));
  const [issue, second] = linkBoth(once, 'relates to', ticket('SUP-2'));
  const world = inMemoryWorld([issue, first, second]);
  await scoreIssues([issue.id], world, NOW);
  return { world, issueId: issue.id };
}

function deskOf(world: InMemoryWorld, blindTo: readonly string[] = [], refuses: readonly string[] = []): UpdateDesk & { readonly comments: [string, string][] } {
  const comments: [string, string][] = [];
  const jira = {
    issues: world.issues,
    rights: async () => ({ edit: true, create: true, comment: true }),
    comment: async (key: string, blocks: readonly { readonly text?: string }[]) => {
      if (refuses.includes(key)) throw new Forbidden(`You may not comment on ${key}`);
      comments.push([key, blocks.map(({ text }) => text).join('|')]);
    },
  } as unknown as PersonsJira;
  return { world, viewer: aViewer({ blindTo }), people, jira, me: 'ines', now: NOW, comments };
}

describe('a customer update', () => {
  it('goes to the chosen support requests in the words that were read, and is kept with whom it went to', async () => {
    const { world, issueId } = await aTroubledIssue();
    const desk = deskOf(world);
    expect((await viewCustomerUpdate(issueId, desk)).requests.map(({ key }) => key).sort()).toEqual(['SUP-1', 'SUP-2']);
    expect(await sendCustomerUpdate(issueId, ['SUP-1', 'SUP-2'], 'Hello,\n\nit is fixed.', desk)).toEqual({ sent: ['SUP-1', 'SUP-2'], failed: [] });
    expect(desk.comments).toEqual([['SUP-1', 'Hello,|it is fixed.'], ['SUP-2', 'Hello,|it is fixed.']]);
    const [kept] = (await viewCustomerUpdate(issueId, desk)).sent;
    expect(kept).toMatchObject({ by: 'Name of ines', decision: { reason: 'Hello,\n\nit is fixed.', changes: [{ to: 'sent to SUP-1, SUP-2' }] } });
  });

  it('says which request it did not reach and why, and keeps the others', async () => {
    const { world, issueId } = await aTroubledIssue();
    const outcome = await sendCustomerUpdate(issueId, ['SUP-1', 'SUP-2'], 'It is fixed.', deskOf(world, [], ['SUP-2']));
    expect(outcome).toEqual({ sent: ['SUP-1'], failed: [{ key: 'SUP-2', why: 'You may not comment on SUP-2' }] });
    expect((await viewCustomerUpdate(issueId, deskOf(world))).sent[0]?.decision.changes[0]?.to).toBe('sent to SUP-1');
  });

  it('never goes to an issue that is no linked request, or that the sender may not see', async () => {
    const { world, issueId } = await aTroubledIssue();
    await expect(sendCustomerUpdate(issueId, ['PAY-9'], 'Hello', deskOf(world))).rejects.toThrow(Declined);
    const blind = deskOf(world, ['SUP-2']);
    await expect(sendCustomerUpdate(issueId, ['SUP-2'], 'Hello', blind)).rejects.toThrow(Declined);
    expect(blind.comments).toEqual([]);
  });

  it('shows neither name nor number of what the viewer may not see', async () => {
    const { world, issueId } = await aTroubledIssue();
    await sendCustomerUpdate(issueId, ['SUP-1', 'SUP-2'], 'It is fixed.', deskOf(world));
    const shown = await viewCustomerUpdate(issueId, deskOf(world, ['SUP-2']));
    expect(JSON.stringify(shown)).not.toMatch(/SUP-2|Customer of/u);
    expect(shown.customers).toBe(1);
  });

  it('is offered on open issues only, for hot fixes or where support requests are linked, and says why not elsewhere', async () => {
    const calm = anIssue('PAY-5');
    const [fire, outage] = linkBoth(anIssue('PAY-6'), 'relates to', anIssue('INC-1', { type: { name: 'Incident', level: 0 }, priority: 'Highest' }));
    const world = inMemoryWorld([calm, fire, outage]);
    await scoreIssues([calm.id, fire.id], world, NOW);
    expect((await viewCustomerUpdate(calm.id, deskOf(world))).why).toBe('PAY-5 is no hot fix, and no support request that you may see is linked with it');
    expect((await viewCustomerUpdate(fire.id, deskOf(world))).why).toBeNull();
  });

  it('of a closed issue shows only what was sent', async () => {
    const { world, issueId } = await aTroubledIssue();
    await sendCustomerUpdate(issueId, ['SUP-1'], 'It is fixed.', deskOf(world));
    const issue = world.jira.get(issueId);
    if (issue) world.jira.set(issueId, { ...issue, status: { name: 'Done', category: 'done' }, updated: '2026-11-16T10:00:00.000+0000' });
    await scoreIssues([issueId], world, new Date('2026-11-16T11:00:00Z'));
    const shown = await viewCustomerUpdate(issueId, deskOf(world));
    expect([shown.why, shown.requests, shown.sent.length]).toEqual(['PAY-1 is closed: reopen it to write to its customers from here', [], 1]);
    await expect(sendCustomerUpdate(issueId, ['SUP-1'], 'Again', deskOf(world))).rejects.toThrow('is closed');
  });
});
