import type { JiraCall, JiraClient } from '../../src/jira/client';
import { historyOf } from '../../src/jira/history';

const HOUR_MS = 3_600_000;
const at = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * HOUR_MS).toISOString();

/** A Jira whose issue was changed so often, hour by hour. */
function changedTimes(total: number) {
  const asked: string[] = [];
  const client: JiraClient = {
    call: async <T>({ route, answer }: JiraCall<T>) => {
      asked.push(route.value);
      const start = Number(/startAt=(\d+)/u.exec(route.value)?.[1] ?? NaN);
      if (Number.isNaN(start)) return answer.parse({ comments: [] });
      const values = Array.from({ length: Math.min(100, total - start) }, (_, n) => ({
        author: { accountId: 'mara' },
        created: at(start + n),
        items: [{ field: 'status', fromString: 'a', toString: `step ${start + n}` }],
      }));
      return answer.parse({ total, values });
    },
  };
  return { client, asked };
}

describe('the history of an issue', () => {
  it('is whole up to 500 changes, the oldest first', async () => {
    const { client } = changedTimes(437);
    expect((await historyOf(client, 'PAY-1')).map(({ to }) => to)).toEqual(
      Array.from({ length: 437 }, (_, n) => `step ${n}`),
    );
  });

  it('has of a longer one the beginning, which tells how soon somebody began, and the newest changes, each once', async () => {
    const { client, asked } = changedTimes(1_230);
    const steps = (await historyOf(client, 'PAY-1')).map(({ to }) => Number(to.slice(5)));
    expect(steps).toEqual([
      ...Array.from({ length: 100 }, (_, n) => n),
      ...Array.from({ length: 400 }, (_, n) => 830 + n),
    ]);
    expect(asked).toHaveLength(6);
  });
});
