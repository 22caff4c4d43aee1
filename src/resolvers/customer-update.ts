import { z } from 'zod';
import type { CustomerUpdateContract } from '../contract/customer-update';
import { sendCustomerUpdate } from '../usecases/customer-update/send-update';
import { viewCustomerUpdate } from '../usecases/customer-update/view-update';
import { asking } from './asking';
import { issueAsk } from './asks';
import type { Handlers } from './surroundings';

const sendAsk = issueAsk.extend({
  keys: z
    .array(z.string().regex(/^[A-Z][A-Z0-9_]*-\d+$/u, 'must be the key of an issue'))
    .min(1, 'names no request')
    .max(100),
  seen: z.string().max(300),
  text: z.string().trim().min(1, 'says nothing').max(10_000),
});

export const customerUpdateHandlers = {
  'update.view': asking(issueAsk, ({ issueId }, context) => viewCustomerUpdate(issueId, context)),
  'update.send': asking(sendAsk, ({ issueId, ...update }, context) =>
    sendCustomerUpdate(issueId, update, context),
  ),
} satisfies Handlers<CustomerUpdateContract>;
