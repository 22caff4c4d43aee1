import type { z } from 'zod';
import type { Handler, AskContext } from './surroundings';

/** A project is asked about by the key that people write, and goes by its id from here on. */
type Asked<Ask> = Ask extends { readonly project: string | null }
  ? Ask & { readonly projectKey: Ask['project'] }
  : Ask;

/** A handler that reads its payload with this schema, and carries it: whoever tries the questions makes payloads of it. */
export function asking<Schema extends z.ZodType, Answer>(
  ask: Schema,
  answer: (ask: Asked<z.output<Schema>>, context: AskContext) => Promise<Answer>,
): Handler<Answer> {
  const handler = async (payload: unknown, context: AskContext) =>
    answer(await withProjectId(ask.parse(payload), context), context);
  return Object.assign(handler, { ask });
}

async function withProjectId<Ask>(ask: Ask, context: AskContext): Promise<Asked<Ask>> {
  const { project: projectKey } = (ask ?? {}) as { readonly project?: string | null };
  if (projectKey === undefined) return ask as Asked<Ask>;
  const project = projectKey === null ? null : (await context.projectOf(projectKey)).id;
  return { ...ask, project, projectKey } as Asked<Ask>;
}
