import type { FieldOwner, JiraSite } from '../jira/protocol';
import type { AccountReports } from './account-reports';
import type { AsyncQueues } from './async-queues';
import type { Consents } from './consents';
import { jsonAnswer } from './forge-response';
import type { Dispatch } from './invoker';
import { callJira } from './jira-calls';
import type { KvsDoor } from './kvs/door';
import type { Realtime } from './realtime';
import type { ForgeTarget } from './runtime-globals';
import type { WebTriggerUrls } from './web-triggers';

const named = ({ type, provider, remote }: ForgeTarget): string =>
  [type, provider, remote].filter(Boolean).join('/');

const textBody = (init: RequestInit | undefined): string => {
  if (typeof init?.body !== 'string')
    throw new Error('A request of a Forge package without a text body is not modelled.');
  return init.body;
};

export interface DispatcherParts {
  readonly jira: JiraSite;
  readonly kvs: KvsDoor;
  readonly queues: () => AsyncQueues;
  readonly webTriggerUrls: WebTriggerUrls;
  readonly realtime: Realtime;
  readonly scopes: readonly string[];
  readonly consents: Consents;
  readonly accounts: AccountReports;
  readonly installation: FieldOwner;
}

/** The one dispatcher behind `__forge_fetch__`. Throws an error naming whatever it doesn't model. */
export const dispatcher =
  ({
    jira,
    kvs,
    queues,
    webTriggerUrls,
    realtime,
    accounts,
    ...rights
  }: DispatcherParts): Dispatch =>
  (target, path, init, caller) => {
    if (target.contextAri !== undefined)
      throw new Error(`withContext(${target.contextAri}) is not modelled.`);
    switch (named(target)) {
      case 'kvs/app/kvs':
        if (!rights.scopes.includes('storage:app')) {
          return jsonAnswer(403, {
            code: 'FORBIDDEN',
            message: 'manifest.yml lacks the scope storage:app, which storage needs.',
          });
        }
        return kvs.answer(path, textBody(init), caller.meter);
      case 'realtime':
        return realtime.answer(textBody(init));
      case 'fpp/app/jira':
      case 'fpp/user/jira':
      case 'fpp/none/jira':
        return callJira(jira, target, path, init, caller, rights);
      case 'fpp/app/stargate':
        if (path.startsWith('/webhook/queue/'))
          return queues().answer(path, textBody(init), caller);
        if (path === '/app/report-accounts')
          return accounts.answer(init?.method ?? 'GET', textBody(init));
        if (path === '/graphql') return webTriggerUrls.answer(textBody(init));
        break;
    }
    throw new Error(`Not modelled by the dev host: ${named(target)} ${path}`);
  };
