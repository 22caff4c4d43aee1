import type { ResolverCall } from './bridge';
import type { Ending, Invoke } from './invoker';
import type { Limits } from './limits';

/** The value of an invocation that answered; throws what it failed with. */
export function valueOf(ending: Ending): unknown {
  if (ending.kind === 'answered') return ending.value;
  throw ending.error;
}

const bytesOf = (value: unknown): number =>
  value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));

/** Sends a question of the UI to a resolver within the platform's sizes. */
export async function askResolver(
  call: ResolverCall,
  limits: Limits,
  invoke: Invoke,
): Promise<unknown> {
  const { resolverFunction, functionKey, payload, context, accountId } = call;
  const sent = bytesOf(payload);
  if (sent > limits.invokePayloadBytes) {
    throw new Error(
      `The payload of ${functionKey} has ${sent} bytes; ${limits.invokePayloadBytes} are allowed.`,
    );
  }
  const moduleKey =
    'moduleKey' in context && typeof context.moduleKey === 'string'
      ? context.moduleKey
      : resolverFunction;
  const answer = valueOf(
    await invoke({
      door: 'resolver',
      moduleKey,
      moduleType: 'resolver',
      functionKey: resolverFunction,
      event: { call: { functionKey, payload }, context },
      accountId,
      timeoutSeconds: limits.resolverSeconds,
    }),
  );
  const answered = bytesOf(answer);
  if (answered > limits.invokeAnswerBytes) {
    throw new Error(
      `The answer of ${functionKey} has ${answered} bytes; ${limits.invokeAnswerBytes} are allowed.`,
    );
  }
  return answer;
}
