import type { DevSite } from '../../dev/dev-site';
import { randomFrom } from '../../dev/forge/random';

/** Something that a person does to an issue, and when: milliseconds after the start. */
export interface TimedEdit {
  readonly at: number;
  readonly does: (dev: DevSite) => Promise<void>;
}

const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];

/** Edits, links, moves, closings and deletions of different issues, spread over a time; the same for the same seed. */
export function deeds(
  keys: readonly string[],
  incidents: readonly string[],
  projects: readonly string[],
  count: number,
  withinMs: number,
  seed: number,
): readonly TimedEdit[] {
  const random = randomFrom(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const chosen = [...keys].sort(() => random() - 0.5).slice(0, count);
  return chosen.map((key, n) => ({
    at: Math.floor((n + 1) * (withinMs / (count + 1))),
    does: deedOf(n % 8, key, pick),
  }));

  function deedOf(kind: number, key: string, choose: typeof pick): TimedEdit['does'] {
    const [priority, incident, project, day] = [
      choose(PRIORITIES),
      choose(incidents),
      choose(projects),
      17 + Math.floor(random() * 13),
    ];
    switch (kind) {
      case 0:
        return async (dev) => dev.site.move(key, project);
      case 1:
        return (dev) => asPerson(dev, 'DELETE', `/rest/api/3/issue/${key}`);
      case 2:
        return (dev) =>
          asPerson(dev, 'POST', '/rest/api/3/issueLink', {
            type: { name: 'Relates' },
            inwardIssue: { key },
            outwardIssue: { key: incident },
          });
      case 3:
        return (dev) =>
          asPerson(dev, 'PUT', `/rest/api/3/issue/${incident}`, {
            fields: { priority: { name: priority } },
          });
      case 4:
        return (dev) => close(dev, key);
      default:
        return (dev) =>
          asPerson(dev, 'PUT', `/rest/api/3/issue/${key}`, {
            fields: { priority: { name: priority }, duedate: `2026-11-${day}` },
          });
    }
  }
}

export async function asPerson(
  dev: DevSite,
  method: string,
  path: string,
  body?: unknown,
): Promise<void> {
  const answer = await dev.site.handle({
    method,
    path,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    principal: { kind: 'user', accountId: dev.adminId },
    outsideQuota: true,
  });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
}

async function close(dev: DevSite, key: string): Promise<void> {
  const answer = await dev.site.handle({
    method: 'GET',
    path: `/rest/api/3/issue/${key}/transitions`,
    headers: {},
    body: undefined,
    principal: { kind: 'user', accountId: dev.adminId },
    outsideQuota: true,
  });
  const { transitions } = JSON.parse(answer.body) as {
    transitions: { id: string; to: { name: string } }[];
  };
  const done = transitions.find(({ to }) => to.name === 'Done');
  await asPerson(dev, 'POST', `/rest/api/3/issue/${key}/transitions`, {
    transition: { id: done?.id },
  });
}
