import { builtinModules } from 'node:module';
import type { Import } from './imports';

/** Something that a row allows: a place in the house, or a package. */
interface Allowed {
  /** A file without its ending, or a folder with everything below it; `package:` before a package's name. */
  readonly what: string;
  /** Only its types: nothing of it may be left after compilation. */
  readonly types?: true;
  /** Only these names of it. */
  readonly names?: readonly string[];
}

export interface Row {
  readonly from: string;
  readonly may: readonly Allowed[];
  /** What is lost when the row is broken. */
  readonly because: string;
  /** An import that the row must refuse: the proof that it bites. */
  readonly refuses: { readonly file: string; readonly text: string };
}

const npm = (name: string, ...names: readonly string[]): Allowed => ({
  what: `package:${name}`,
  ...(names.length > 0 && { names }),
});
const room = (what: string): Allowed => ({ what });
const typesOf = (what: string): Allowed => ({ what, types: true });

const ANY_PACKAGE: readonly Allowed[] = [npm('*')];
const ADAPTERS: readonly Allowed[] = [
  typesOf('src/core'),
  room('src/core/attempts'),
  room('src/core/time'),
  room('src/core/terms'),
  room('src/usecases/ports'),
  npm('zod'),
];

/** Who may import whom. The longest `from` that fits a file is its row; a file's own room is always open to it. */
export const ROWS: readonly Row[] = [
  {
    from: 'src/core',
    may: [npm('zod'), npm('date-fns'), npm('yaml'), npm('jsep')],
    because:
      'the core is data in, data out: the settings page and the pilot run it without a platform',
    refuses: {
      file: 'src/core/score-card/score-issue.ts',
      text: `import { World } from '../../usecases/ports/world';`,
    },
  },
  {
    from: 'src/usecases',
    // What a use case gives people is declared once, in the contract.
    may: [room('src/core'), typesOf('src/contract')],
    because:
      'a use case reaches the world through its ports, so that tests and the pilot can stand in for it',
    refuses: {
      file: 'src/usecases/scoring/score-issue.ts',
      text: `import { jiraIssues } from '../../jira/issues';`,
    },
  },
  {
    from: 'src/jira',
    may: [...ADAPTERS, npm('@forge/api')],
    because: 'an adapter knows its own platform package and the ports, never another adapter',
    refuses: { file: 'src/jira/issues.ts', text: `import { ledger } from '../storage/ledger';` },
  },
  {
    from: 'src/storage',
    may: [...ADAPTERS, npm('@forge/kvs'), npm('node:zlib', 'deflateRawSync', 'inflateRawSync')],
    because: 'an adapter knows its own platform package and the ports, never another adapter',
    refuses: {
      file: 'src/storage/ledger.ts',
      text: `import { score } from '../core/scoring/score';`,
    },
  },
  {
    from: 'src/queue',
    may: [...ADAPTERS, npm('@forge/events')],
    because: 'an adapter knows its own platform package and the ports, never another adapter',
    refuses: { file: 'src/queue/rescore-queue.ts', text: `import { call } from '../jira/client';` },
  },
  {
    from: 'src/realtime',
    may: [...ADAPTERS, npm('@forge/realtime')],
    because: 'an adapter knows its own platform package and the ports, never another adapter',
    refuses: {
      file: 'src/realtime/score-channel.ts',
      text: `import { call } from '../jira/client';`,
    },
  },
  {
    from: 'src/entrypoints',
    may: [
      room('src/usecases'),
      room('src/core/time'),
      room('src/core/terms'),
      npm('zod'),
      npm('@forge/events', 'InvocationError', 'InvocationErrorCode'),
    ],
    because: 'a door hands what it was given to a use case and decides nothing',
    refuses: {
      file: 'src/entrypoints/issue-events.ts',
      text: `import { Queue } from '@forge/events';`,
    },
  },
  {
    from: 'src/resolvers',
    may: [
      room('src/usecases'),
      room('src/core/time'),
      room('src/core/terms'),
      room('src/contract'),
      npm('@forge/resolver'),
      npm('zod'),
    ],
    because: 'a resolver authorises, validates, calls the use case and answers by contract',
    refuses: {
      file: 'src/resolvers/score-view.ts',
      text: `import { jiraIssues } from '../../jira/issues';`,
    },
  },
  {
    from: 'src/contract',
    may: [typesOf('src/core')],
    because: 'the contract is types alone: backend and browser both compile against it',
    refuses: { file: 'src/contract.ts', text: `import { score } from './core/scoring/score';` },
  },
  {
    from: 'src/index',
    may: [room('src'), npm('@forge/api', 'asApp', 'asUser', 'getAppContext')],
    because: 'the composition root wires rooms of src and chooses the requester, nothing else',
    refuses: { file: 'src/index.ts', text: `import { requestJira } from '@forge/api';` },
  },
  {
    from: 'static/ui/src',
    may: [typesOf('src/contract'), room('src/core'), ...ANY_PACKAGE],
    because: 'what people see gets its data by contract alone, or computes it with the pure core',
    refuses: {
      file: 'static/ui/src/surfaces/panel/panel.tsx',
      text: `import { world } from '../../../../../src/usecases/ports';`,
    },
  },
  {
    from: 'dev/bench/scoring',
    may: [room('src/core'), room('dev/bench/bench'), room('dev/bench/run-bundled'), ...ANY_PACKAGE],
    because:
      'a benchmark times the core itself and its peers; what the platform adds is not its subject',
    refuses: {
      file: 'dev/bench/scoring/run.ts',
      text: `import { scoreIssues } from '../../../src/usecases/score-issues';`,
    },
  },
  {
    from: 'dev/bench/points',
    may: [room('dev'), room('static/ui/src/shared/scores/news'), ...ANY_PACKAGE],
    because:
      'how often surfaces ask is the browser’s own code; everything else runs as the platform does',
    refuses: {
      file: 'dev/bench/points/run.ts',
      text: `import { scoreIssues } from '../../../src/usecases/score-issues';`,
    },
  },
  {
    from: 'dev',
    may: [
      room('src/core/terms'),
      room('src/core/describe'),
      // A ranking has the app's own order among equal scores.
      room('src/core/lanes/tie-order'),
      room('src/index'),
      typesOf('src/contract'),
      room('dev/pilot/signals'),
      room('dev/pilot/backtest'),
      room('dev/bench/scoring'),
      room('dev/bench/points'),
      npm('node:*'),
      ...ANY_PACKAGE,
    ],
    because:
      'the dev host runs the app through its handlers, as the platform does, and never reaches inside',
    refuses: {
      file: 'dev/pilot/main.ts',
      text: `import { score } from '../../src/core/score-card/score-issue';`,
    },
  },
  {
    from: 'dev/pilot/backtest',
    may: [
      room('src/core'),
      typesOf('src/jira'),
      room('src/jira/issues'),
      room('src/jira/site-fields'),
      room('dev/forge/clock-virtual'),
      room('dev/forge/random'),
      room('dev/jira'),
      room('dev/pilot/arguments'),
      room('dev/pilot/imported-file'),
      room('dev/pilot/progress'),
      room('dev/pilot/rubric-document'),
      room('dev/pilot/signals/usable-rubric'),
      ...ANY_PACKAGE,
    ],
    because:
      'a backtest scores many days, on which nothing is written: it reads as the app does and asks the core directly',
    refuses: {
      file: 'dev/pilot/backtest/score-day.ts',
      text: `import { scoreBatch } from '../../../src/usecases/scoring/score-batch';`,
    },
  },
  {
    from: 'dev/pilot/signals',
    may: [
      room('src/core'),
      room('dev/pilot/arguments'),
      room('dev/pilot/rubric-document'),
      npm('node:*'),
    ],
    because:
      "the pilot's --signals mode has no issue that the app could read, so it asks the core directly",
    refuses: {
      file: 'dev/pilot/signals/run-signals.ts',
      text: `import { runPilot } from '../run-pilot';`,
    },
  },
];

/** Packages with one room each, whatever a row would otherwise allow; type imports count too. */
const ONE_HOME: readonly {
  readonly name: string;
  readonly home: RegExp;
  readonly because: string;
}[] = [
  {
    name: '@forge/ui',
    home: /^$/,
    because: 'UI Kit 1 no longer runs on the platform; surfaces are Custom UI',
  },
  {
    name: '@forge/bridge',
    home: /^static\/ui\/src\/bridge\.ts$/,
    because: 'bridge.ts is the only seam between a surface and the platform',
  },
  {
    name: '@forge/api',
    home: /^src\/(jira\/|index\.ts$)/,
    because: 'only the Jira adapter makes requests',
  },
  {
    name: '@forge/kvs',
    home: /^src\/storage\//,
    because: 'only the storage adapter keeps records',
  },
  {
    name: '@forge/resolver',
    home: /^src\/resolvers\//,
    because: 'questions of the UI have one door',
  },
  ...['d3-scale', 'd3-shape'].map((name) => ({
    name,
    home: /^static\/ui\/src\/charts\//,
    because: 'pictures are drawn in one room, which alone knows the chart library',
  })),
];

/** What the table has against an import, in words; null when it is allowed. */
export function objection(found: Import): string | null {
  const name = found.target ?? packageOf(found.specifier);
  const home = ONE_HOME.find(
    (rule) => found.target === null && rule.name === name && !rule.home.test(found.file),
  );
  if (home !== undefined) return say(found, home.because);
  const own = rowOf(found.file);
  if (own === undefined) return say(found, 'the table has no row for this folder');
  if (found.target !== null && rowOf(found.target)?.from === own.from) return null;
  const may = own.may.filter((allowed) => fits(allowed.what, found.target ?? `package:${name}`));
  if (
    may.some(
      (allowed) => (allowed.types === undefined || found.typeOnly) && namesFit(allowed, found),
    )
  )
    return null;
  const kind = may.some((allowed) => allowed.types) ? 'only its types: ' : '';
  return say(found, `${kind}${own.because}`);
}

export function rowOf(path: string): Row | undefined {
  return ROWS.filter((row) => fits(row.from, path.replace(/\.tsx?$/, ''))).sort(
    (a, b) => b.from.length - a.from.length,
  )[0];
}

function fits(what: string, name: string): boolean {
  if (what === 'package:*') return name.startsWith('package:') && !name.startsWith('package:node:');
  if (what === 'package:node:*') return name.startsWith('package:node:');
  return name === what || name.startsWith(`${what}/`);
}

function namesFit(allowed: Allowed, found: Import): boolean {
  const names = allowed.names;
  return (
    names === undefined ||
    (found.names.length > 0 && found.names.every((name) => names.includes(name)))
  );
}

function packageOf(specifier: string): string {
  if (builtinModules.includes(specifier.replace(/^node:/, '')))
    return `node:${specifier.replace(/^node:/, '')}`;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function say(found: Import, because: string): string {
  return `${found.file}:${found.line} imports ${found.typeOnly ? 'types of ' : ''}${found.specifier}: ${because}`;
}
