import { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { join } from 'node:path';
import { SAMPLE_AS_OF, sampleSnapshot } from '../../sample/sample';
import { createDevSite, type DevSite } from '../../dev-site';
import { movableClock } from '../../movable-clock';
import { buildIfStale, uiBundle } from '../../page/build-if-stale';
import { listen } from '../../page/server/listen';
import { createPage } from '../../page/server/page-server';
import { peopleOf } from '../../page/server/people';
import { readSurfaces } from '../../page/server/surface-manifest';
import { scoreEverything } from '../../score-everything';
import { buildBarePage } from './bare-page';
import { HOST_POLICY, hostPage } from './host-page';

const PANEL = 'ballast-panel';
/** A hot fix of the sample with every kind of line. */
const ISSUE = 'QUAY-417';

/** The panel and the bare page on the same scored sample site, each at an address of its own. */
export interface TwoPages {
  readonly panel: string;
  readonly bare: string;
  close(): void;
}

/** @param say told what is being built */
export async function startTwoPages(root: string, say: (line: string) => void): Promise<TwoPages> {
  buildIfStale(root, uiBundle, say);
  const bareRoot = buildBarePage(root);
  const snapshot = sampleSnapshot();
  const dev = createDevSite({ snapshot, clock: movableClock(Date.parse(SAMPLE_AS_OF)) });
  const failure = await scoreEverything(dev, () => undefined);
  if (failure !== null) throw new Error(`The sample was not scored: ${failure}`);
  const panel = await serve(root, dev);
  const bare = await serve(bareRoot, dev);
  return {
    panel: panel.address,
    bare: bare.address,
    close() {
      panel.close();
      bare.close();
      dev.host.close();
    },
  };
}

async function serve(
  root: string,
  dev: DevSite,
): Promise<{ readonly address: string; close(): void }> {
  const page = createPage({
    root,
    siteName: 'Quayline',
    home: null,
    people: peopleOf(sampleSnapshot()),
    dev,
  });
  const surface = readSurfaces(join(root, 'manifest.yml')).surfaces.find(
    ({ key }) => key === PANEL,
  );
  if (surface === undefined) throw new Error(`manifest.yml has no surface ${PANEL}`);
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/alone', (c) =>
    c.html(hostPage(surface.key, surface.src, ISSUE), 200, {
      'content-security-policy': HOST_POLICY,
    }),
  );
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.route('/', page.app);
  const server = await listen(0);
  server.open(app.fetch);
  return {
    address: `http://127.0.0.1:${server.port}/alone`,
    close() {
      page.close();
      server.close();
    },
  };
}
