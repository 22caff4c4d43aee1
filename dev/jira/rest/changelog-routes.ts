import { z } from 'zod';
import { findIssue } from '../model/site-state';
import { mayOnIssue } from '../model/permissions';
import { changeView } from '../views/change-view';
import { ok, pageOf, readBody, viewableIssue, type Answer, type Call, type Route } from './call';
import { badRequest } from '../jira-error';

/** Jira takes no more issues, field ids and changes a page in one bulk fetch of changelogs. */
const MOST_ISSUES = 1_000;
const MOST_FIELDS = 10;
const MOST_CHANGES = 10_000;

const BulkBody = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1),
  fieldIds: z.array(z.string()).nullish(),
  maxResults: z.int().min(1).nullish(),
  nextPageToken: z.string().nullish(),
});

function list(call: Call): Answer {
  const issue = viewableIssue(call);
  return ok(
    pageOf(call, issue.history, (change) => changeView(call.state, change), 100),
    1,
  );
}

function bulkFetch(call: Call): Answer {
  const asked = readBody(call, BulkBody);
  if (asked.issueIdsOrKeys.length > MOST_ISSUES)
    throw badRequest(`The maximum number of issues is ${MOST_ISSUES}.`);
  if ((asked.fieldIds ?? []).length > MOST_FIELDS)
    throw badRequest(`The maximum number of field IDs is ${MOST_FIELDS}.`);
  const wanted = new Set(asked.fieldIds ?? []);
  const { state, viewer } = call;
  const issues = [
    ...new Set(asked.issueIdsOrKeys.flatMap((idOrKey) => findIssue(state, idOrKey) ?? [])),
  ].filter((issue) => mayOnIssue(state, viewer, issue, 'BROWSE_PROJECTS'));
  const all = issues
    .flatMap((issue) =>
      issue.history
        .map((change) => ({
          issue,
          change: {
            ...change,
            items: change.items.filter(
              (item) => wanted.size === 0 || (item.fieldId !== null && wanted.has(item.fieldId)),
            ),
          },
        }))
        .filter(({ change }) => change.items.length > 0),
    )
    .sort((a, b) => a.change.created - b.change.created || a.issue.id - b.issue.id);
  const start = Number(asked.nextPageToken ?? 0);
  if (!Number.isSafeInteger(start) || start < 0)
    throw badRequest('The nextPageToken is not valid.');
  const end = start + Math.min(asked.maxResults ?? 1_000, MOST_CHANGES);
  const page = all.slice(start, end);
  // Unlike everywhere else, Jira writes these moments in milliseconds.
  const issueChangeLogs = [...new Set(page.map(({ issue }) => issue))].map((issue) => ({
    issueId: String(issue.id),
    changeHistories: page
      .filter((each) => each.issue === issue)
      .map(({ change }) => ({ ...changeView(state, change), created: change.created })),
  }));
  return ok(
    { issueChangeLogs, ...(end < all.length ? { nextPageToken: String(end) } : {}) },
    issueChangeLogs.length,
  );
}

export const CHANGELOG_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/issue/{issueIdOrKey}/changelog', kind: 'read', handle: list },
  { method: 'POST', pattern: '/changelog/bulkfetch', kind: 'read', handle: bulkFetch },
];
