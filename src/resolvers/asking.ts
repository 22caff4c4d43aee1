import type { z } from 'zod';
import type { Handler, RequestContext } from './surroundings';

/** A handler that reads its payload with this schema, and carries it: whoever tries the questions makes payloads of it. */
export function asking<Schema extends z.ZodType, Answer>(
  ask: Schema,
  answer: (ask: z.output<Schema>, context: RequestContext) => Promise<Answer>,
): Handler<Answer> {
  const handler = async (payload: unknown, context: RequestContext) =>
    answer(ask.parse(payload), context);
  return Object.assign(handler, { ask });
}
