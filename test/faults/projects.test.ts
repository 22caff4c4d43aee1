import { lenientReadings } from '../../dev/forge/kvs/readings';
import { upheavalRun, type Upheaval } from './upheaval';

const COUNT = 10_000;

const everything: Upheaval = {
  blind: true,
  renamed: true,
  archived: true,
  moved: 200,
  faults: [
    { every: 10, effect: { kind: 'status', status: 429, retryAfterSeconds: 2 } },
    { every: 50, effect: { kind: 'status', status: 500 } },
    { every: 37, effect: { kind: 'drop', when: 'after' } },
  ],
};

const upheavals: Readonly<Record<string, Upheaval>> = {
  'the app is blind for a project through a night': { blind: true },
  'a project is renamed, and another takes its key': { renamed: true },
  'the project of all incidents is archived and comes back': { archived: true },
  'issues are moved to other projects': { moved: 200 },
  'all of that comes together, while Jira refuses and fails': everything,
  'all of that comes together, and storage is read the other way': {
    ...everything,
    storage: lenientReadings,
  },
};

describe('10,000 issues and what was entered about them are as if nothing had happened when', () => {
  it.each(Object.entries(upheavals))('%s', async (name, upheaval) => {
    const { issues, injected, counts, lost, wrong, leftOver } = await upheavalRun(COUNT, upheaval);
    process.stdout.write(
      `${name}: ${issues} open issues · ${counts} entered · ${injected} faults injected · lost ${lost.length}, wrong ${wrong.length}, left over ${leftOver.length}\n${[...lost.slice(0, 3), ...wrong.slice(0, 1)].join('\n')}\n`,
    );
    expect({ lost, wrong: wrong.length, leftOver }).toEqual({ lost: [], wrong: 0, leftOver: [] });
    expect(injected > 0).toBe(upheaval.faults !== undefined);
  });
});
