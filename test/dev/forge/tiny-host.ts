import Resolver from '@forge/resolver';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { VirtualClock } from '../../../dev/clock';
import { virtualClock } from '../../../dev/forge/clock-virtual';
import { createForgeHost, type ForgeHost, type ForgeHostOptions } from '../../../dev/forge/host';
import type {
  AppField,
  JiraRequest,
  JiraResponse,
  JiraSite,
  ProductEvent,
} from '../../../dev/jira/protocol';

export const NEW_YEARS_EVE = Date.UTC(2017, 11, 31, 12);

/** A Jira that answers every request with what it was asked, and emits what it is told to. */
export interface EchoSite extends JiraSite {
  readonly requests: readonly JiraRequest[];
  readonly fields: readonly AppField[];
  emit(event: Partial<ProductEvent>): void;
}

export function echoSite(answer: Partial<JiraResponse> = {}): EchoSite {
  const requests: JiraRequest[] = [];
  const fields: AppField[] = [];
  const listeners = new Set<(event: ProductEvent) => void>();
  return {
    requests,
    fields,
    handle: async (request) => {
      requests.push(request);
      return await Promise.resolve({
        status: 200,
        headers: {},
        body: JSON.stringify(request),
        points: 2,
        ...answer,
      });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    installAppFields: (added) => void fields.push(...added),
    emit(event) {
      for (const listener of listeners)
        listener({ name: 'avi:jira:updated:issue', payload: {}, selfGenerated: false, ...event });
    },
  };
}

export interface TinyApp {
  /** Handlers by function key; each is also the name of its export. */
  readonly app: Readonly<Record<string, (...args: never[]) => unknown>>;
  readonly modules?: Readonly<Record<string, readonly object[]>>;
  readonly entities?: readonly object[];
  readonly scopes?: readonly string[];
  readonly timeouts?: Readonly<Record<string, number>>;
}

/** A host that runs a tiny app: on an echo site and a virtual clock unless told otherwise. */
export function tinyHost(
  tiny: TinyApp,
  options: Partial<ForgeHostOptions> = {},
): { host: ForgeHost; site: EchoSite; clock: VirtualClock } {
  const site = echoSite();
  const clock = virtualClock(NEW_YEARS_EVE);
  const host = createForgeHost({
    manifest: manifestOf(tiny),
    app: tiny.app,
    jira: site,
    clock,
    ...options,
  });
  return { host, site, clock };
}

export function manifestOf({
  app,
  modules = {},
  entities = [],
  scopes = ['storage:app', 'read:jira-work'],
  timeouts = {},
}: TinyApp): string {
  const functions = Object.keys(app).map((key) => ({
    key,
    handler: `index.${key}`,
    ...(timeouts[key] === undefined ? {} : { timeoutSeconds: timeouts[key] }),
  }));
  const path = join(mkdtempSync(join(tmpdir(), 'tiny-app-')), 'manifest.yml');
  writeFileSync(
    path,
    stringify({
      app: {
        id: 'ari:cloud:ecosystem::app/tiny',
        runtime: { name: 'nodejs22.x' },
        storage: { entities },
      },
      permissions: { scopes },
      modules: { function: functions, ...modules },
    }),
  );
  return path;
}

/** Runs `work` as a scheduled function of a tiny app and gives what it returned. */
export async function insideApp<T>(
  work: () => Promise<T>,
  tiny: Omit<TinyApp, 'app'> = {},
  options: Partial<ForgeHostOptions> = {},
): Promise<T> {
  let result: T | undefined;
  const { host } = tinyHost(
    {
      ...tiny,
      app: {
        run: async () => {
          result = await work();
        },
      },
      modules: {
        scheduledTrigger: [{ key: 'run', function: 'run', interval: 'day' }],
        ...tiny.modules,
      },
    },
    options,
  );
  await host.runSchedule('run');
  return result as T;
}

/** An app with one panel whose resolver is given. */
export const panelApp = (define: (resolver: Resolver) => void): TinyApp => {
  const resolver = new Resolver();
  define(resolver);
  return {
    app: { ask: resolver.getDefinitions() as (...args: never[]) => unknown },
    modules: {
      'jira:issuePanel': [
        { key: 'panel', title: 'Panel', resource: 'ui', resolver: { function: 'ask' } },
      ],
    },
  };
};
/** That panel, opened by Ada on TI-1. */
export const aPanel = {
  moduleKey: 'panel',
  accountId: 'ada',
  extension: { issue: { key: 'TI-1' } },
};
