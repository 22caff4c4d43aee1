import BugIcon from '@atlaskit/icon/core/bug';
import EpicIcon from '@atlaskit/icon/core/epic';
import GoalIcon from '@atlaskit/icon/core/goal';
import IncidentIcon from '@atlaskit/icon/core/incident';
import PriorityHighIcon from '@atlaskit/icon/core/priority-high';
import PriorityHighestIcon from '@atlaskit/icon/core/priority-highest';
import PriorityLowIcon from '@atlaskit/icon/core/priority-low';
import PriorityLowestIcon from '@atlaskit/icon/core/priority-lowest';
import PriorityMediumIcon from '@atlaskit/icon/core/priority-medium';
import StoryIcon from '@atlaskit/icon/core/story';
import SubtasksIcon from '@atlaskit/icon/core/subtasks';
import SupportIcon from '@atlaskit/icon/core/support';
import TaskIcon from '@atlaskit/icon/core/task';
import Lozenge from '@atlaskit/lozenge';
import type { ThemeAppearance } from '@atlaskit/lozenge';
import { token } from '@atlaskit/tokens';
import type { ComponentProps } from 'react';
import type { Status } from '../jira/shapes';

const typeLooks = [
  { match: /incident|outage/i, Icon: IncidentIcon, color: token('color.icon.accent.orange') },
  { match: /bug|defect|fault/i, Icon: BugIcon, color: token('color.icon.accent.red') },
  {
    match: /initiative|objective|goal|theme/i,
    Icon: GoalIcon,
    color: token('color.icon.accent.magenta'),
  },
  { match: /epic/i, Icon: EpicIcon, color: token('color.icon.accent.purple') },
  {
    match: /story|feature|improvement|idea/i,
    Icon: StoryIcon,
    color: token('color.icon.accent.green'),
  },
  {
    match: /support|ticket|request|service/i,
    Icon: SupportIcon,
    color: token('color.icon.accent.teal'),
  },
  { match: /sub-?task/i, Icon: SubtasksIcon, color: token('color.icon.accent.blue') },
] as const;
const plainType = { Icon: TaskIcon, color: token('color.icon.accent.blue') };

export function TypeIcon({ name }: { readonly name: string }) {
  const { Icon, color } = typeLooks.find(({ match }) => match.test(name)) ?? plainType;
  return <Icon label={name} color={color} />;
}

const priorityLooks = [
  {
    match: /highest|blocker|critical|urgent|p0|p1/i,
    Icon: PriorityHighestIcon,
    color: token('color.icon.accent.red'),
  },
  { match: /high|major|p2/i, Icon: PriorityHighIcon, color: token('color.icon.accent.orange') },
  { match: /lowest|trivial|p5/i, Icon: PriorityLowestIcon, color: token('color.icon.accent.blue') },
  { match: /low|minor|p4/i, Icon: PriorityLowIcon, color: token('color.icon.accent.blue') },
] as const;
const plainPriority = { Icon: PriorityMediumIcon, color: token('color.icon.accent.yellow') };

export function Priority({ name }: { readonly name: string | undefined }) {
  if (name === undefined) return <span className="quiet">None</span>;
  const { Icon, color } = priorityLooks.find(({ match }) => match.test(name)) ?? plainPriority;
  return (
    <span className="with-icon">
      <Icon label="" color={color} />
      {name}
    </span>
  );
}

const statusLooks: Readonly<Record<string, ThemeAppearance>> = {
  new: 'default',
  indeterminate: 'inprogress',
  done: 'success',
};

export function StatusLozenge({ status }: { readonly status: Status }) {
  return (
    <Lozenge appearance={statusLooks[status.statusCategory?.key ?? ''] ?? 'default'}>
      {status.name}
    </Lozenge>
  );
}

const laneLooks: Readonly<Record<string, ComponentProps<typeof Lozenge>['appearance']>> = {
  'hot fix': 'danger',
  stability: 'warning',
  'feature improvement': 'information',
  'strategic bet': 'discovery',
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function LaneLozenge({ lane }: { readonly lane: string }) {
  return <Lozenge appearance={laneLooks[lane] ?? 'neutral'}>{capital(lane)}</Lozenge>;
}

/** A score out of 100 as a figure with a bar beside it; the figure alone carries the meaning. */
export function ScoreFigure({ score }: { readonly score: number | null }) {
  if (score === null) return <span className="quiet">not scored</span>;
  return (
    <span className="score">
      <span className="score-figure">{score.toFixed(1)}</span>
      <span className="score-bar" aria-hidden="true">
        <span style={{ width: `${String(Math.min(100, Math.max(0, score)))}%` }} />
      </span>
    </span>
  );
}
