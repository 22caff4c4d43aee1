import { z } from 'zod';
import type { CustomerUpdateView, UpdateSent } from '../contract/customer-update';
import { sendCustomerUpdate, viewCustomerUpdate, type UpdateDesk } from '../usecases/urgent/customer-update';
import { decisionView, issueAsk } from './decisions';

const sendAsk = issueAsk.extend({
  keys: z.array(z.string().regex(/^[A-Z][A-Z0-9_]*-\d+$/u, 'must be the key of an issue')).min(1, 'names no request').max(100),
  text: z.string().trim().min(1, 'says nothing').max(10_000),
});

/** `update.view` */
export async function answerUpdateView(payload: unknown, desk: UpdateDesk): Promise<CustomerUpdateView> {
  const { sent, ...shown } = await viewCustomerUpdate(issueAsk.parse(payload).issueId, desk);
  return { ...shown, sent: sent.map(decisionView) };
}

/** `update.send` */
export async function answerUpdateSend(payload: unknown, desk: UpdateDesk): Promise<UpdateSent> {
  const { issueId, keys, text } = sendAsk.parse(payload);
  return sendCustomerUpdate(issueId, keys, text, desk);
}
