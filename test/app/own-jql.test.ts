import type { JobView } from '../../src/contract/jobs';
import { answer, asked, separatePeople } from './separate-people';

const start = { project: 'PAY' };

describe('work on the issues that a person’s JQL finds', () => {
  it.each([
    'x) OR (project = OPS AND summary ~ "layoffs"',
    'project = OPS AND summary ~ "layoffs"',
    'key = PAY-1) OR (reporter = ina',
    'project = OPS) OR (project = PAY',
  ])('tells nothing of issues that they do not see: %s', async (jql) => {
    const site = await separatePeople();
    const reply = await asked<JobView>(site, 'pat', 'job.start', { ...start, jql });
    const ofNothing = await asked<JobView>(site, 'pat', 'job.start', {
      ...start,
      jql: jql.replace('layoffs', 'nothing of that').replace('ina', 'nobody'),
    });
    if (reply.ok && ofNothing.ok) expect(reply.value.total).toBe(ofNothing.value.total);
    else expect(reply.ok).toBe(ofNothing.ok);
  });

  it('is refused in Jira’s words where Jira does not understand it', async () => {
    const site = await separatePeople();
    expect(
      await asked(site, 'pat', 'job.start', { ...start, jql: 'key = PAY-1) OR (key = PAY-2' }),
    ).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', what: expect.stringContaining('JQL') as string },
    });
  });

  it('reads the issues of the project alone, in whatever order it asks for them', async () => {
    const site = await separatePeople();
    const job = await answer<JobView>(site, 'ina', 'job.start', {
      project: 'OPS',
      jql: 'project in (OPS, INC) ORDER BY key DESC',
    });
    expect(job.total).toBe(1);
    await site.settle();
    expect(await answer<JobView>(site, 'ina', 'job.view', { project: 'OPS' })).toMatchObject({
      state: 'finished',
      done: 1,
    });
  });

  it('counts and reads nothing that is hidden from them in their own project', async () => {
    const site = await separatePeople();
    site.dev.site.secure('PAY-2', { name: 'Board', accountIds: ['app-ballast'], roles: [] });
    const total = async (jql: string) =>
      (await answer<JobView>(site, 'pat', 'job.start', { ...start, jql })).total;
    expect([await total('summary ~ "later"'), await total('summary ~ "faster"')]).toEqual([0, 1]);
    expect(await total('')).toBe(1);
    await site.settle();
  });

  it('is nothing to be done where it finds nothing', async () => {
    const site = await separatePeople();
    await answer(site, 'pat', 'job.start', { ...start, jql: 'summary ~ "nothing of that"' });
    await site.settle();
    expect(await answer<JobView>(site, 'pat', 'job.view', start)).toMatchObject({
      state: 'finished',
      done: 0,
      total: 0,
    });
  });
});
