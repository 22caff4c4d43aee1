import { upheavalRun, type Upheaval } from './upheaval';

const COUNT = 10_000;

const upheavals: Readonly<Record<string, Upheaval>> = {
  'the app is blind for a project through a night': { blind: true },
  'a project is renamed, and another takes its key': { renamed: true },
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
