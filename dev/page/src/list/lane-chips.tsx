import { useCount } from '../jira/queries';
import { ruledLanes } from '../../../../src/core/terms/lane';
import { capital } from '../parts/issue-look';
import { filterJql } from './list-jql';
import type { ListQuestion } from './list-jql';

const figures = new Intl.NumberFormat('en');

interface LaneChipsProps {
  readonly question: ListQuestion;
  readonly enabled: boolean;
  onChoose(lane: string | null): void;
}

export function LaneChips({ question, enabled, onChoose }: LaneChipsProps) {
  return (
    <div className="chips" role="group" aria-label="Lane">
      {[null, ...ruledLanes].map((lane) => (
        <Chip
          key={lane ?? 'all'}
          lane={lane}
          question={question}
          enabled={enabled}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

function Chip({
  lane,
  question,
  enabled,
  onChoose,
}: LaneChipsProps & { readonly lane: string | null }) {
  const count = useCount(filterJql({ ...question, lane }), enabled);
  return (
    <button
      type="button"
      className="chip"
      data-lane={lane ?? 'all'}
      aria-pressed={question.lane === lane}
      onClick={() => {
        onChoose(lane);
      }}
    >
      {lane === null ? null : <span className="chip-dot" aria-hidden="true" />}
      {lane === null ? 'All lanes' : capital(lane)}
      <span className="chip-count">
        {count.data === undefined ? '–' : figures.format(count.data)}
      </span>
    </button>
  );
}
