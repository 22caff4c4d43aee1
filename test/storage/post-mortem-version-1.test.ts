import { kvs } from '@forge/kvs';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describePostMortemEntry } from '../../src/core/describe/describe-post-mortem-entry';
import type { PostMortem } from '../../src/core/post-mortem/post-mortem';
import { kvsPostMortems, POSTMORTEM_ENTITY } from '../../src/storage/post-mortems';
import { aPostMortem } from '../core/post-mortem/builders';
import { insideApp } from '../dev/forge/tiny-host';
import { namesAsTheyAre } from './names-as-they-are';

const at = '2026-11-16T09:00:00.000Z';
const sentences = [
  'opened the post-mortem: a SEV1 incident asks for one',
  'INC-2 had to be fixed here too',
];

/** As the app's own manifest declares them. */
function entitiesOf(): readonly object[] {
  const { app } = parse(readFileSync('manifest.yml', 'utf8')) as {
    readonly app: { readonly storage: { readonly entities: readonly object[] } };
  };
  return app.storage.entities;
}

/** As it was written while its log was kept as sentences. */
const earlier = {
  revision: 3,
  project: 'PAY',
  dueDay: 20_776,
  body: JSON.stringify({
    v: 1,
    pm: {
      ...aPostMortem({ revision: 3 }),
      log: sentences.map((what) => ({ at, by: null, what })),
    },
  }),
};

describe('a post-mortem whose log an earlier version kept as sentences', () => {
  it('reads as it did, also once it was written again', async () => {
    const logs = await insideApp(
      async () => {
        await kvs.entity(POSTMORTEM_ENTITY).set('10', earlier);
        const store = kvsPostMortems(namesAsTheyAre);
        const read = async (): Promise<PostMortem> => {
          const found = (await store.read(['10'])).get('10');
          if (found === undefined) throw new Error('nothing there');
          return found;
        };
        const first = await read();
        await store.write({
          ...first,
          revision: 4,
          log: [...first.log, { at, by: 'mara', entry: { kind: 'reviewed' } }],
        });
        const [again] = await store.ofProject('PAY');
        return [first, await read(), again].map((one) =>
          one?.log.map(({ entry }) => describePostMortemEntry(entry)),
        );
      },
      { entities: entitiesOf() },
    );
    expect(logs).toEqual([sentences, [...sentences, 'reviewed it'], [...sentences, 'reviewed it']]);
  });
});
