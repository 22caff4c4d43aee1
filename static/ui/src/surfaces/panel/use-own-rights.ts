import { useQuery } from '@tanstack/react-query';
import type { ScoreView } from '../../../../../src/contract/score';
import { askJira } from '../../bridge';
import { jsonMember } from '../../shared/questions/json-member';

const HOUR_MS = 3_600_000;
const MAY_NOT_EDIT = 'You don’t have permission to edit this issue.';

/**
 * The view with what this person may not do said before it is offered. Whether they may edit the issue the browser asks Jira, once there
 * is something to fill in; while that is not known it is offered, as Jira refuses by itself what is not allowed.
 */
export function useOwnRights(issueId: string, view: ScoreView | undefined): ScoreView | undefined {
  const question = view?.question ?? null;
  const asked = question?.place.how === 'field';
  const { data } = useQuery({
    queryKey: ['may edit', issueId],
    queryFn: async () => mayEdit(await askJira(rightToEdit(issueId))),
    enabled: asked,
    staleTime: HOUR_MS,
    retry: false,
  });
  return view === undefined || question === null || !asked || data !== false
    ? view
    : { ...view, question: { ...question, mayNot: MAY_NOT_EDIT } };
}

function rightToEdit(issueId: string): string {
  return `/rest/api/3/mypermissions?permissions=EDIT_ISSUES&issueId=${encodeURIComponent(issueId)}`;
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get */
function mayEdit(answer: unknown): boolean | null {
  const given = jsonMember(answer, 'permissions', 'EDIT_ISSUES', 'havePermission');
  return typeof given === 'boolean' ? given : null;
}
