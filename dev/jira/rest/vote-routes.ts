import type { Issue } from '../model/issue';
import { personView, rest } from '../views/entity-views';
import { noContent, ok, viewableIssue, type Answer, type Call, type Route } from './call';
import { badRequest, invalidPayload, JiraError } from '../jira-error';

const people = (call: Call, accountIds: readonly string[]) =>
  accountIds.map((accountId) => personView(call.state, accountId)).filter((each) => each !== null);

function change(call: Call, make: (issue: Issue) => void): Answer {
  const issue = viewableIssue(call);
  make(issue);
  // Neither shows in the changelog nor counts as an update, as in Jira; a search by votes must still see it.
  call.state.revision += 1;
  call.state.index.changed(issue, call.now);
  return noContent;
}

function votes(call: Call): Answer {
  const issue = viewableIssue(call);
  return ok({
    self: rest(call.state, `issue/${issue.key}/votes`),
    votes: issue.anonymousVotes + issue.voters.length,
    hasVoted: issue.voters.includes(call.viewer),
    voters: people(call, issue.voters),
  });
}

function vote(call: Call): Answer {
  return change(call, (issue) => {
    if (issue.reporter === call.viewer)
      throw new JiraError(404, ['You cannot vote for an issue you have reported.']);
    if (issue.resolution !== null)
      throw new JiraError(404, ['You cannot vote on a resolved issue.']);
    issue.voters = [...new Set([...issue.voters, call.viewer])];
  });
}

function watchers(call: Call): Answer {
  const issue = viewableIssue(call);
  return ok({
    self: rest(call.state, `issue/${issue.key}/watchers`),
    isWatching: issue.watchers.includes(call.viewer),
    watchCount: issue.anonymousWatches + issue.watchers.length,
    watchers: people(call, issue.watchers),
  });
}

function watch(call: Call): Answer {
  if (call.body !== undefined && typeof call.body !== 'string') throw invalidPayload();
  const accountId = call.body ?? call.viewer;
  if (!call.state.users.has(accountId))
    throw new JiraError(404, [`The user with account id '${accountId}' does not exist.`]);
  return change(call, (issue) => {
    issue.watchers = [...new Set([...issue.watchers, accountId])];
  });
}

export const VOTE_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/issue/{issueIdOrKey}/votes', kind: 'read', handle: votes },
  { method: 'POST', pattern: '/issue/{issueIdOrKey}/votes', kind: 'write', handle: vote },
  {
    method: 'DELETE',
    pattern: '/issue/{issueIdOrKey}/votes',
    kind: 'write',
    handle: (call) =>
      change(call, (issue) => {
        issue.voters = issue.voters.filter((each) => each !== call.viewer);
      }),
  },
  { method: 'GET', pattern: '/issue/{issueIdOrKey}/watchers', kind: 'read', handle: watchers },
  { method: 'POST', pattern: '/issue/{issueIdOrKey}/watchers', kind: 'write', handle: watch },
  {
    method: 'DELETE',
    pattern: '/issue/{issueIdOrKey}/watchers',
    kind: 'write',
    handle: (call) =>
      change(call, (issue) => {
        const who = call.query.get('accountId');
        if (who === null) throw badRequest("The query parameter 'accountId' is required.");
        if (!call.state.users.has(who))
          throw new JiraError(404, [`The user with account id '${who}' does not exist.`]);
        issue.watchers = issue.watchers.filter((each) => each !== who);
      }),
  },
];
