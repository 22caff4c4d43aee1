/** Where the app is installed on the dev host: made-up ids in the platform's shapes. */
export interface Installation {
  readonly appId: string;
  readonly cloudId: string;
  readonly environmentId: string;
  readonly installationId: string;
  readonly siteUrl: string;
  readonly scopes: readonly string[];
}

const CLOUD_ID = '2f7c0d6e-7b1d-4d6a-9a3b-5b8f1f0c9d11';
const ENVIRONMENT_ID = '6c1f4a52-0f3e-4e0b-8f6e-3a2d9b7c5e22';
const INSTALLATION_ID = '9e5b3c71-4d2a-4c8f-b1d7-0a6e8f4b2c33';

export const installation = (
  appId: string,
  scopes: readonly string[],
  siteUrl: string,
): Installation => ({
  appId,
  scopes,
  siteUrl,
  cloudId: CLOUD_ID,
  environmentId: ENVIRONMENT_ID,
  installationId: INSTALLATION_ID,
});

export const siteAri = ({ cloudId }: Installation): string => `ari:cloud:jira::site/${cloudId}`;

/** The second argument of every handler: who asked, and where the app is installed. */
export function invocationContext(
  at: Installation,
  moduleKey: string,
  accountId: string | null,
): object {
  return {
    ...(accountId === null ? {} : { principal: { accountId } }),
    installContext: siteAri(at),
    workspaceId: siteAri(at),
    cloudId: at.cloudId,
    moduleKey,
    environmentId: at.environmentId,
    environmentType: 'DEVELOPMENT',
    installation: {
      ari: { installationId: at.installationId },
      contexts: [{ cloudId: at.cloudId }],
    },
  };
}

const NO_METRICS = {
  counter: () => ({
    incr: () => undefined,
    incrBy: () => undefined,
    decr: () => undefined,
    decrBy: () => undefined,
  }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
  gauge: () => ({ set: () => undefined }),
};

/** The value of `__forge_runtime__` for one invocation (`ForgeRuntime` in @forge/api). */
export function forgeRuntime(
  at: Installation,
  of: {
    id: number;
    functionKey: string;
    moduleKey: string;
    moduleType: string;
    accountId: string | null;
    remainingMs: () => number;
  },
): object {
  const invocationId = `invocation-${of.id}`;
  return {
    proxy: { token: 'dev-host', url: `${at.siteUrl}/forge-proxy` },
    contextAri: siteAri(at),
    container: { runtime: 'nodejs22.x', handler: of.functionKey },
    appContext: {
      appId: at.appId,
      appVersion: '1.0.0',
      environmentId: at.environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId,
      installationId: at.installationId,
      functionKey: of.functionKey,
      moduleType: of.moduleType,
      moduleKey: of.moduleKey,
      installation: {
        ari: { installationId: at.installationId },
        contexts: [{ cloudId: at.cloudId }],
      },
      permissions: { scopes: at.scopes, external: {} },
    },
    ...(of.accountId === null ? {} : { aaid: of.accountId }),
    lambdaContext: { awsRequestId: invocationId, getRemainingTimeInMillis: of.remainingMs },
    tracing: { traceId: invocationId, spanId: invocationId },
    realtime: {},
    metrics: NO_METRICS,
    featureFlags: () => false,
  };
}
