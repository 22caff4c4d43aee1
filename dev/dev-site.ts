import { join } from 'node:path';
import * as app from '../src/index';
import type { HostClock } from './clock';
import type { Latency } from './forge/call-conditions';
import type { StorageReadings } from './forge/kvs/readings';
import { createForgeHost, type ForgeHost } from './forge/host';
import type { JiraSite, ProductEvent } from './jira/protocol';
import { ADMIN, createJiraSite, type DevJiraSite } from './jira/site';
import type { SiteSnapshot } from './jira/snapshot';

/** A local Jira with the unmodified app installed on it. */
export interface DevSite {
  readonly site: DevJiraSite;
  readonly host: ForgeHost;
  readonly clock: HostClock;
  /** Account id of somebody who administers the whole site. */
  readonly adminId: string;
  /** Tells the app that it has just been installed, which has every open issue scored. */
  announceInstalled(): void;
}

export interface DevSiteOptions {
  readonly clock: HostClock;
  /** A site that is there already: the app comes to it with empty storage. A new one when left out. */
  readonly site?: DevJiraSite;
  /** What a new site holds before the app comes. */
  readonly snapshot?: SiteSnapshot;
  /** Address under which people reach the site, without a slash at the end. */
  readonly siteUrl?: string;
  /** False lets the app ask Jira without limit. */
  readonly quota?: boolean;
  /** What calls of the app take on a virtual clock. */
  readonly latency?: Latency;
  /** How the storage behaves where two readings are possible; strictly when left out. */
  readonly storage?: Partial<StorageReadings>;
}

/** This site's administrator added the app's workflow validators to the transitions into the status of this name. */
const CLOSING = 'Closed';

export function createDevSite({
  clock,
  snapshot,
  siteUrl = 'http://localhost',
  quota = true,
  latency,
  storage,
  site: existing,
}: DevSiteOptions): DevSite {
  const site = existing ?? createJiraSite({ clock, baseUrl: siteUrl, quota });
  if (snapshot) site.bulkLoad(snapshot);
  const listeners = new Set<(event: ProductEvent) => void>();
  // The platform itself sends lifecycle events, not Jira: they join the product's on their way to the app.
  const events: JiraSite = {
    handle: (request) => site.handle(request),
    installAppFields: (fields) => {
      site.installAppFields(fields);
    },
    onEvent(listener) {
      listeners.add(listener);
      const stop = site.onEvent(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
  const host = createForgeHost({
    manifest: join(__dirname, '..', 'manifest.yml'),
    app,
    jira: events,
    clock,
    siteUrl,
    ...(latency && { latency }),
    ...(storage && { storage }),
  });
  site.onTransition(async ({ issueKey, from, to }) => {
    if (to.name !== CLOSING) return null;
    for (const key of host.validators) {
      const { result, errorMessage } = await host.validate(key, {
        issue: { key: issueKey },
        configuration: {},
        transition: { from: { id: from.id }, to: { id: to.id } },
      });
      if (!result) return errorMessage ?? 'The app does not let this be closed.';
    }
    return null;
  });
  return {
    site,
    host,
    clock,
    adminId: ADMIN.accountId,
    announceInstalled() {
      const event: ProductEvent = {
        name: 'avi:forge:installed:app',
        payload: { id: 'installation', app: { version: '1.0.0' } },
        selfGenerated: false,
      };
      for (const listener of listeners) listener(event);
    },
  };
}
