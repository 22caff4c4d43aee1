import { z } from 'zod';
import type { CustomerUpdateView, UpdateSent } from '../contract/customer-update';
import { viewCustomerUpdate, type UpdateDesk } from '../usecases/customer-update/view-update';
import { sendCustomerUpdate } from '../usecases/customer-update/send-update';
import { decisionView, issueAsk } from './decisions';

const sendAsk = issueAsk.extend({
  keys: z
    .array(z.string().regex(/^[A-Z][A-Z0-9_]*-\d+$/u, 'must be the key of an issue'))
    .min(1, 'names no request')
    .max(100),
  seen: z.string().max(300),
  text: z.string().trim().min(1, 'says nothing').max(10_000),
});

/** `update.view` */
export async function answerUpdateView(
  payload: unknown,
  desk: UpdateDesk,
): Promise<CustomerUpdateView> {
  const { sent, ...shown } = await viewCustomerUpdate(issueAsk.parse(payload).issueId, desk);
  return { ...shown, sent: sent.map(decisionView) };
}

/** `update.send` */
export async function answerUpdateSend(payload: unknown, desk: UpdateDesk): Promise<UpdateSent> {
  const { issueId, ...update } = sendAsk.parse(payload);
  return sendCustomerUpdate(issueId, update, desk);
}
