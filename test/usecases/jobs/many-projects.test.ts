import { jobSteps } from '../../../src/entrypoints/job-steps';
import { advanced, newJob, type Job } from '../../../src/core/jobs/job';
import { storedBytes } from '../../../src/core/terms/stored-bytes';
import type { World } from '../../../src/usecases/ports/world';
import { inMemoryWorld, marked, NOW } from '../in-memory-world';

const MANY = 10_000;
const KEPT_BYTES = 240 * 1_024;
const keyOf = (n: number): string => `PROJECT${String(n).padStart(5, '0')}`;
/** What only Jira, or only the ledger, knows as open: at both ends and in the middle. */
const DIFFER = [0, 4_999, 5_000, MANY - 1];

/** A site where every project has one open issue, which both know but for those that differ. */
function aSite() {
  const world = inMemoryWorld([]);
  const listed: string[] = [];
  const site = {
    ...world,
    ledger: {
      ...world.ledger,
      page: async (question: { by: string; project?: string }, cursor: string | null) => {
        const entry = (n: number) => ({
          issueId: String(n),
          key: `${keyOf(n)}-1`,
          project: keyOf(n),
          open: true,
        });
        if (question.project !== undefined) {
          listed.push(question.project);
          return { entries: [entry(Number(question.project.slice(7)))], next: null };
        }
        // In an order that is none of the projects'.
        const start = Number(cursor ?? 0);
        const entries = Array.from({ length: 100 }, (_, n) => entry(((start + n) * 7_919) % MANY));
        return { entries, next: start + 100 < MANY ? String(start + 100) : null };
      },
    },
    projects: {
      ...world.projects,
      page: async (start: number) => ({
        projects: Array.from({ length: 100 }, (_, n) => ({
          id: keyOf(start + n),
          key: keyOf(start + n),
        })),
        next: start + 100 < MANY ? start + 100 : null,
      }),
    },
    issues: {
      ...world.issues,
      count: async (jql: string) => (DIFFER.some((n) => jql.includes(keyOf(n))) ? 0 : 1),
      ids: async () => ({ ids: [], next: null }),
    },
  } as unknown as World;
  return { world, site, listed };
}

describe('the daily count of 10,000 projects', () => {
  it('stays within one record all the time, and finds every project that differs and no other', async () => {
    const { world, site, listed } = aSite();
    let job: Job = newJob(
      { id: 'one', scope: 'upkeep', cause: 'daily', steps: ['tally', 'compare'] },
      NOW,
    );
    let largest = 0;
    let passes = 0;
    while (job.finishedAt === null) {
      const [step = 'tally'] = job.steps;
      if (step === 'tally' && job.cursor === null) passes += 1;
      job = advanced(job, await jobSteps[step](job, site, NOW), NOW.toISOString());
      largest = Math.max(largest, storedBytes(job));
    }
    expect(largest).toBeLessThan(KEPT_BYTES);
    expect(passes).toBeGreaterThan(1);
    // Each was looked at once for its key; those that differ were listed too.
    const once = new Set<string>();
    const again = listed.filter((one) => once.has(one) || !once.add(one));
    expect(again.sort()).toEqual(DIFFER.map(keyOf));
    expect([...marked(world)].sort()).toEqual(DIFFER.map(String).sort());
  });
});
