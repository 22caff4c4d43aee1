import type { LiveMessage, Surface } from '../../wire';
import type { Issue } from '../jira/shapes';
import { SurfaceFrame, type FrameEvent } from '../surfaces/surface-frame';

/** A surface on an issue: Jira tells it when the issue was changed. */
export function IssueSurface({
  surface,
  issue,
}: {
  readonly surface: Surface;
  readonly issue: Issue;
}) {
  const hears = (message: LiveMessage): FrameEvent | null =>
    message.kind === 'issue' && message.issueIds.includes(issue.id)
      ? {
          event: 'JIRA_ISSUE_CHANGED',
          payload: { issueId: issue.id, projectId: issue.fields.project?.id },
        }
      : null;
  return <SurfaceFrame surface={surface} at={{ issueKey: issue.key }} hears={hears} />;
}
