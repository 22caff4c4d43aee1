import type { DevSite } from '../../dev-site';
import {
  POINTS_OF_A_READ,
  POINTS_OF_A_SHOWN_IDENTITY,
  POINTS_OF_A_SHOWN_ISSUE,
} from '../../jira/limits';

/** How surfaces behave, as the browser's code has it. */
export interface Ways {
  /** Panel and context of one page ask once for both. */
  readonly shared: boolean;
  /** Milliseconds until they ask again by themselves, by how long ago the person turned to the page; null for never. */
  readonly askAgainMs: ((sinceOpened: number) => number) | null;
  /** Milliseconds after which the browser looks in Jira whether the issue was changed; null for never. */
  readonly lookAgainMs: number | null;
  /** Milliseconds for which they wait to be told of the score before they ask about a change. */
  readonly toldWithinMs: number;
}

/** One open page. */
export interface Page {
  /** Jira tells its surfaces that an issue was changed. */
  changed(issueKey: string): void;
  /** Does what has come due. */
  step(): Promise<void>;
  /** Points of the browsers' own questions to Jira, if these counted. */
  browserPoints(): number;
  close(): void;
}

interface Answer {
  readonly ok: boolean;
  readonly value?: {
    readonly updated?: string;
    readonly question?: { readonly place: { readonly how: string } } | null;
    readonly listening?: { readonly channel: string; readonly token: string } | null;
  };
}

/** Opens an issue's page with both surfaces, which ask at once. */
export async function openSurfaces(issueKey: string, dev: DevSite, ways: Ways): Promise<Page> {
  const issue = dev.site.peek(issueKey);
  if (issue === undefined) throw new Error(`No issue ${issueKey}`);
  const opened = dev.clock.now();
  let browserPoints = 0;
  let askedForRights = false;
  let last: Answer['value'];
  let listening: (() => void) | null = null;
  let askAt: number | null = null;
  let againAt: number | null = null;
  let lookAt = ways.lookAgainMs === null ? null : opened + ways.lookAgainMs;

  const surface = {
    moduleKey: 'ballast-panel',
    accountId: dev.adminId,
    extension: { issue: { key: issueKey, id: String(issue.id) }, project: {} },
  };
  const ask = async (): Promise<void> => {
    askAt = null;
    for (let surfaces = ways.shared ? 1 : 2; surfaces > 0; surfaces -= 1) {
      const answer = (await dev.host.bridge(surface, 'invoke', {
        functionKey: 'score.view',
        payload: { issueId: String(issue.id) },
      })) as Answer;
      if (!answer.ok) throw new Error(`${issueKey}: ${JSON.stringify(answer)}`);
      last = answer.value;
    }
    if (ways.askAgainMs !== null)
      againAt = dev.clock.now() + ways.askAgainMs(dev.clock.now() - opened);
    if (ways.shared && last?.question?.place.how === 'field' && !askedForRights) {
      askedForRights = true;
      browserPoints += POINTS_OF_A_READ + POINTS_OF_A_SHOWN_IDENTITY;
    }
    const key = last?.listening;
    if (key != null && listening === null)
      listening = dev.host.subscribe(
        { channel: key.channel, isGlobal: true, token: key.token },
        () => {
          askAt = dev.clock.now();
        },
      );
  };
  const look = async (): Promise<void> => {
    browserPoints += POINTS_OF_A_READ + POINTS_OF_A_SHOWN_ISSUE;
    const { body } = await dev.site.handle({
      method: 'GET',
      path: `/rest/api/3/issue/${issue.id}?fields=updated`,
      headers: {},
      body: undefined,
      principal: { kind: 'user', accountId: dev.adminId },
      outsideQuota: true,
    });
    const { fields } = JSON.parse(body) as { readonly fields: { readonly updated: string } };
    if (last?.updated !== undefined && Date.parse(fields.updated) > Date.parse(last.updated))
      await ask();
  };

  await ask();
  return {
    changed(key) {
      if (key === issueKey) askAt = dev.clock.now() + (listening === null ? 0 : ways.toldWithinMs);
    },
    async step() {
      const now = dev.clock.now();
      if ((askAt !== null && now >= askAt) || (againAt !== null && now >= againAt)) await ask();
      if (lookAt !== null && ways.lookAgainMs !== null && now >= lookAt) {
        lookAt = now + ways.lookAgainMs;
        await look();
      }
    },
    browserPoints: () => browserPoints,
    close: () => listening?.(),
  };
}
