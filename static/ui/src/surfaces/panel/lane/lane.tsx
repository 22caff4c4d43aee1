import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { LaneView } from '../../../../../../src/contract/lane';
import { Answered } from '../../../shared/questions/answered';
import { useAnswer } from '../../../shared/questions/use-answer';
import { OverCap } from '../overrides/over-cap';
import { Overrides } from '../overrides/overrides';
import type { TabProps } from '../tab-props';
import { FollowThrough } from './follow-through';
import { LaneMeaning } from './lane-meaning';
import { LaneShares } from './lane-shares';
import { Neighbourhood } from './neighbourhood';
import { OtherLanes } from './other-lanes';
import layout from '../../../shared/styles/layout.module.css';

/** Where the issue stands in its lane, how the lanes lie against the policy, and what would move it to another. */
export function Lane(props: TabProps): JSX.Element {
  if (props.view.state === 'closed') {
    return (
      <>
        <Closed issueKey={props.view.key} />
        <FollowThrough issueId={props.issueId} />
      </>
    );
  }
  return (
    <>
      {props.view.lane === 'hot fix' && <OverCap {...props} />}
      <LaneMeaning lane={props.view.lane} vocabulary={props.view.vocabulary} />
      <OpenLane {...props} />
      <Overrides {...props} />
      <FollowThrough issueId={props.issueId} />
    </>
  );
}

function OpenLane({ issueId, view }: TabProps): JSX.Element {
  const asked = useAnswer('lane.view', { issueId });
  return (
    <Answered asked={asked} loading="Counting the lanes…">
      {(standing: LaneView) => (
        <>
          <Neighbourhood
            issueKey={view.key}
            lane={view.lane}
            score={view.score}
            standing={standing}
          />
          <LaneShares lane={view.lane} standing={standing} />
          {standing.ways.length > 0 && view.lane !== 'declined' && (
            <OtherLanes ways={standing.ways} />
          )}
        </>
      )}
    </Answered>
  );
}

function Closed({ issueKey }: { readonly issueKey: string }): JSX.Element {
  return (
    <div className={layout.empty}>
      <Heading size="small" as="h2">
        {`${issueKey} is closed`}
      </Heading>
      <p>Closed issues are in no lane. Reopen it, and it takes its place again.</p>
    </div>
  );
}
