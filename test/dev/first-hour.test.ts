import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strictReadings } from '../../dev/forge/kvs/readings';

const ROOT = join(__dirname, '..', '..');
const page = readFileSync(join(ROOT, 'dev', 'first-hour.md'), 'utf8');

describe('the page of the first hour on a real site', () => {
  it('has fourteen probes, each with what to do, what to look at and where the answer goes', () => {
    const probes = page.split(/^## \d+\. /mu).slice(1);
    expect(probes).toHaveLength(14);
    for (const probe of probes) {
      expect(probe).toContain('Do: ');
      expect(probe).toContain('Look at: ');
      expect(probe).toMatch(/where the answer goes|Answer goes to: /u);
    }
  });

  it('names only files that are there', () => {
    const paths = [...page.matchAll(/`((?:src|dev|test)\/[\w./-]+)`/gu)].map(([, path]) => path);
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(join(ROOT, path ?? '')))).toEqual([]);
  });

  it('says which probe settles each reading of the storage that a trial can tell', () => {
    for (const name of Object.keys(strictReadings).filter((one) => one !== 'queryLagMs'))
      expect(page).toContain(name);
  });
});
