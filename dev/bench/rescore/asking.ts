import type { Answer, Ask, Question, Reply } from '../../../src/contract';
import type { DevSite } from '../../dev-site';

/** Asks the app as an administrator in front of a surface does; waits when told to, on the clock that all limits run by. */
export async function ask<Q extends Question>(
  dev: DevSite,
  question: Q,
  payload: Ask<Q>,
): Promise<Answer<Q>> {
  const reply = (await dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId: dev.adminId,
  })) as Reply<Answer<Q>>;
  if (reply.ok) return reply.value;
  if (reply.refusal.kind !== 'limited') throw new Error(`${question}: ${reply.refusal.what}`);
  await dev.clock.sleep((reply.refusal.retryAfter ?? 1) * 1000);
  return ask(dev, question, payload);
}
