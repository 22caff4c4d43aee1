import { z } from 'zod';
import { jsonAnswer, type Answer } from './forge-response';
import type { Invoke } from './invoker';
import type { Limits } from './limits';
import type { Manifest, WebTriggerModule } from './manifest';

export interface WebTriggerRequest {
  readonly method: string;
  /** The part of the address behind the trigger's own, beginning with `/`, or ''. */
  readonly path: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly queryParameters: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

export interface WebTriggerAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

const dynamicAnswer = z.object({
  statusCode: z.number().int(),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
});
const staticAnswer = z.object({ outputKey: z.string() });

/** Answers a request that came to the public address of a web trigger. */
export async function answerWebTrigger(
  key: string,
  request: WebTriggerRequest,
  { manifest, limits, invoke }: { manifest: Manifest; limits: Limits; invoke: Invoke },
): Promise<WebTriggerAnswer> {
  const module = manifest.webTriggers.find((each) => each.key === key);
  if (!module) return { statusCode: 404, headers: {}, body: `No web trigger ${key}` };
  const ending = await invoke({
    door: 'webtrigger',
    moduleKey: key,
    moduleType: 'webtrigger',
    functionKey: module.function,
    event: request,
    accountId: null,
    timeoutSeconds: limits.webTriggerSeconds,
  });
  if (ending.kind === 'failed')
    return { statusCode: 500, headers: {}, body: 'The app failed to answer' };
  if (ending.kind === 'timed out')
    return { statusCode: 504, headers: {}, body: 'The app took too long to answer' };
  return shaped(module, ending.value);
}

function shaped(module: WebTriggerModule, value: unknown): WebTriggerAnswer {
  if (module.response?.type !== 'static') return dynamicAnswer.parse(value);
  const { outputKey } = staticAnswer.parse(value);
  const output = module.response.outputs.find((each) => each.key === outputKey);
  if (!output)
    throw new Error(
      `The web trigger ${module.key} answered with the output ${outputKey}, which manifest.yml doesn't declare.`,
    );
  return {
    statusCode: output.statusCode,
    headers: output.contentType === undefined ? {} : { 'content-type': [output.contentType] },
    body: output.body ?? '',
  };
}

export interface WebTriggerUrls {
  /** Answers `webTrigger.getUrl` and `queryUrls` of @forge/api. */
  answer(body: string): Answer;
}

const getUrl = z.object({
  query: z.string().includes('createWebTriggerUrl'),
  variables: z.object({ input: z.object({ triggerKey: z.string() }) }),
});
const queryUrls = z.object({ query: z.string().includes('webTriggerUrlsByAppContext') });

/** Addresses are `{siteUrl}/x1/{module key}`; the dev server hands what arrives there to the host. */
export function webTriggerUrls(manifest: Manifest, siteUrl: string): WebTriggerUrls {
  const urlOf = (key: string): string => `${siteUrl}/x1/${key}`;
  return {
    answer(body) {
      const asked: unknown = JSON.parse(body);
      const get = getUrl.safeParse(asked);
      if (get.success) {
        const key = get.data.variables.input.triggerKey;
        if (!manifest.webTriggers.some((each) => each.key === key))
          throw new Error(`manifest.yml declares no web trigger ${key}.`);
        return jsonAnswer(200, { data: { createWebTriggerUrl: { url: urlOf(key) } } });
      }
      if (queryUrls.safeParse(asked).success) {
        const urls = manifest.webTriggers.map(({ key }) => ({ triggerKey: key, url: urlOf(key) }));
        return jsonAnswer(200, { data: { webTriggerUrlsByAppContext: urls } });
      }
      throw new Error('Not modelled by the dev host: this GraphQL query.');
    },
  };
}
