import { createHmac } from 'node:crypto';
import type { Rule } from '../../../dev/automation/rule';
import type { AutomationView, DetectionView, OutsideReply } from '../../../dev/page/wire';
import { aPage, START, type PageUnderTest } from './a-page';

let page: PageUnderTest;
beforeEach(() => {
  page = aPage();
});
afterEach(() => {
  page.close();
});

const rule = (given: Partial<Rule> = {}): Rule => ({
  id: 'r1',
  name: 'Rescore',
  enabled: true,
  trigger: { when: 'edited', fields: ['priority'] },
  project: '',
  action: 'ballast-rescore-item',
  inputs: { workItem: '{{issue.key}}' },
  actor: 'ana',
  comment: '',
  ...given,
});
const view = async (): Promise<AutomationView> =>
  (await (await page.ask('GET', '/__host/automation')).json()) as AutomationView;
const save = (given: Partial<Rule>): Promise<Response> =>
  page.ask('PUT', '/__host/automation/rules', { body: rule(given) });

describe('rules', () => {
  it('are offered every action of the manifest, with the names of its outputs', async () => {
    const { actions } = await view();
    expect(actions.map(({ name }) => name)).toEqual([
      'Rescore work item',
      'Rescore project',
      'Record evidence',
      'Override lane',
    ]);
    expect(actions[0]?.outputs).toEqual(
      expect.arrayContaining(['score', 'lane', 'previousLane', 'reasons']),
    );
  });

  it('run when they are saved and something happens, as the person they name, and leave a line in the log', async () => {
    expect((await save({})).status).toBe(200);
    await page.ask('PUT', '/rest/api/3/issue/OPEN-1', {
      body: { fields: { priority: { name: 'High' } } },
    });
    for (let tries = 0; (await view()).runs.length === 0 && tries < 300; tries++)
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    expect((await view()).runs[0]).toMatchObject({
      issue: 'OPEN-1',
      outcome: 'succeeded',
      inputs: { workItem: 'OPEN-1' },
    });
  });

  it('see only what their person may see', async () => {
    await save({ actor: 'ben', inputs: { workItem: 'SECRET-1' } });
    await page.ask('POST', '/__host/automation/rules/r1/run', { body: { issueKey: 'OPEN-1' } });
    expect((await view()).runs[0]).toMatchObject({
      outcome: 'failed',
      errors: [expect.stringContaining('may not see it')],
    });
  });

  it('are refused by input when the check of the rule finds something', async () => {
    const refused = await save({ inputs: { other: 'x' } });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      errors: { workItem: 'Work item is required', other: 'The manifest declares no such input' },
    });
    expect((await save({ action: 'nothing' })).status).toBe(400);
    expect((await save({ actor: 'eve' })).status).toBe(400);
    expect((await save({ trigger: { when: 'schedule', everyMinutes: 0, jql: '' } })).status).toBe(
      400,
    );
    expect((await view()).rules).toEqual([]);
  });

  it('are switched off, and deleted', async () => {
    await save({});
    await save({ enabled: false });
    expect((await view()).rules.map(({ enabled }) => enabled)).toEqual([false]);
    await page.ask('DELETE', '/__host/automation/rules/r1');
    expect((await view()).rules).toEqual([]);
  });

  it('give their inputs to the form of the action, with what the check found', async () => {
    const ask = {
      action: 'ballast-rescore-item',
      inputs: { workItem: 'PAY-1' },
      problems: { workItem: 'Gone' },
      command: 'getContext',
    };
    expect(
      await (await page.ask('POST', '/__host/automation/form', { body: ask })).json(),
    ).toMatchObject({
      ok: true,
      value: {
        moduleKey: 'ballast-rescore-item',
        extension: {
          data: { inputs: { workItem: 'PAY-1' } },
          errors: { invalidInputs: { workItem: { message: 'Gone' } } },
        },
      },
    });
  });
});

describe('tools outside', () => {
  it('are played with a secret of their own', async () => {
    const sent = await page.ask('POST', '/__host/outside', {
      body: { tool: 'opsgenie', happening: 'gets worse', issueKey: 'OPEN-1' },
    });
    expect((await sent.json()) as OutsideReply).toEqual({ status: 202, answer: 'Recorded.' });
    expect(
      (
        await page.ask('POST', '/__host/outside', {
          body: { tool: 'fax', happening: 'begins', issueKey: 'OPEN-1' },
        })
      ).status,
    ).toBe(400);
  });

  it('reach the web trigger over HTTP, where the signature covers the very bytes that were sent', async () => {
    const reply = (await page.dev.host.invoke({
      resolverFunction: 'resolver',
      functionKey: 'evidence.rotateSecret',
      payload: {},
      context: {},
      accountId: page.dev.adminId,
    })) as { value: { secret: string } };
    const body = {
      ballast: 1,
      evidence: [
        {
          source: 'Desk',
          id: '1',
          kind: 'support',
          occurredAt: new Date(START).toISOString(),
          issues: ['OPEN-1'],
        },
      ],
    };
    const timestamp = String(Math.floor(page.dev.clock.now() / 1000));
    const sign = (text: string): string =>
      `sha256=${createHmac('sha256', reply.value.secret).update(`${timestamp}.${text}`).digest('hex')}`;
    const send = (signature: string): Promise<Response> =>
      page.ask('POST', '/x1/evidence', {
        body,
        headers: { 'x-ballast-timestamp': timestamp, 'x-ballast-signature': signature },
      });
    expect((await send(sign(JSON.stringify(body)))).status).toBe(202);
    expect((await send(sign(JSON.stringify(body, null, 1)))).status).toBe(401);
    expect((await page.ask('POST', '/x1/nothing')).status).toBe(404);
    expect((await page.ask('GET', '/x1/evidence')).status).toBe(405);
  });

  it('learn what the site tells evidence by', async () => {
    const found = (await (await page.ask('GET', '/__host/detection')).json()) as DetectionView;
    expect(found.missing).toContain('no type or project of incidents');
  });
});
