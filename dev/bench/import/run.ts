import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importFile } from '../../jira/import/import-file';
import { createJiraSite } from '../../jira/site';
import { rounded, type BenchReport, type Benchmark } from '../bench';

const LIMIT_MB = 2048;
const ISSUES = 100_000;

export const whole = ([count]: readonly string[]): Promise<BenchReport> =>
  benchImport(Number(count ?? ISSUES) || ISSUES);
export const short = (): Promise<BenchReport> => benchImport(500);
export const figures: Benchmark['figures'] = ['import-memory'];

/** One issue as Jira Cloud writes it, links and avatars included: about 6 KB. */
function issueText(number: number): string {
  const person = (id: number) => ({
    self: `https://x.example/rest/api/3/user?accountId=u${id}`,
    accountId: `u${id}`,
    displayName: `Person ${id}`,
    active: true,
    timeZone: 'Etc/UTC',
    avatarUrls: {
      '48x48': `https://x.example/avatar/${id}/48`,
      '16x16': `https://x.example/avatar/${id}/16`,
    },
  });
  const paragraph = (text: string) => ({
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });
  const created = new Date(Date.UTC(2020, 0, 1) + number * 600_000)
    .toISOString()
    .replace('Z', '+0000');
  const comments = [0, 1, 2].map((each) => ({
    id: String(number * 3 + each),
    author: person((number + each) % 500),
    created,
    updated: created,
    body: paragraph(`Comment ${each} on ${number}. `.repeat(10)),
  }));
  return JSON.stringify({
    id: String(100_000 + number),
    key: `BIG-${number}`,
    self: `https://x.example/rest/api/3/issue/${number}`,
    fields: {
      summary: `Issue number ${number} of a large backlog`,
      description: paragraph(`What happens in ${number} and why it matters. `.repeat(40)),
      created,
      updated: created,
      issuetype: {
        id: '1',
        name: number % 3 === 0 ? 'Bug' : 'Story',
        subtask: false,
        iconUrl: 'https://x.example/icon',
      },
      project: { id: '1', key: 'BIG', name: 'Big' },
      status: { id: '3', name: 'Open', statusCategory: { id: 2, key: 'new', name: 'To Do' } },
      priority: { id: String(1 + (number % 5)), name: `P${number % 5}` },
      reporter: person(number % 500),
      assignee: person((number * 7) % 500),
      labels: [`label-${number % 50}`],
      components: [{ id: '1', name: 'Core' }],
      issuelinks:
        number === 0
          ? []
          : [
              {
                id: String(number),
                type: { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
                outwardIssue: {
                  id: String(99_999 + number),
                  key: `BIG-${number - 1}`,
                  fields: { summary: 'An earlier one' },
                },
              },
            ],
      customfield_10016: number % 13,
      customfield_10050: { self: 'https://x.example/option/1', id: '1', value: 'SEV3' },
      comment: { total: 3, comments },
    },
  });
}

function* page(count: number): Generator<string> {
  yield '{"startAt":0,"issues":[';
  for (let number = 0; number < count; number += 1)
    yield `${number === 0 ? '' : ','}${issueText(number)}`;
  yield '],"names":{"customfield_10016":"Story Points"}}';
}

/** Imports so many made-up issues into a site and says what that took. Status 1 above 2 GB. */
async function benchImport(count: number): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), 'ballast-bench-'));
  try {
    const path = join(folder, 'page.json');
    await pipeline(Readable.from(page(count)), createWriteStream(path));
    const { size } = await stat(path);
    const start = performance.now();
    const result = await importFile(path);
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
    const read = performance.now();
    const site = createJiraSite({ clock: { now: () => Date.now(), sleep: async () => undefined } });
    site.bulkLoad(result.snapshot);
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    if (peakMb > LIMIT_MB) process.exitCode = 1;
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    return {
      benches: [
        {
          name: 'import-memory',
          unit: 'MB',
          ours: peakMb,
          peer: LIMIT_MB,
          peerName: 'the most that an import may take, Node.js and all',
          ratio: rounded(LIMIT_MB / peakMb),
        },
      ],
      notes: [
        `${site.counts.issues} issues with ${site.counts.links} links from a file of ${Math.round(size / 2 ** 20)} MB: read in ${seconds(start, read)} s, loaded in ${seconds(read, performance.now())} s`,
      ],
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
