import type { Override } from '../overrides/override';
import type {
  LaneOverride,
  OverridesInForce,
  PointsOverride,
} from '../overrides/overrides-in-force';
import type { Source } from '../provenance/source';
import type { WordedLine } from './lines';

/**
 * The lines that say what people decided; `applied` is by how much the score moved, less than asked where it would leave 0–100,
 * and null while there is no score to move.
 */
export function overrideLines(
  { lane, points, decline, pause }: OverridesInForce,
  applied: number | null,
): readonly WordedLine[] {
  // What is declined has no score of its own, so that nothing else that people decided shows in it.
  if (decline !== null) return [standingLine('override-decline', 'Declined', decline)];
  return [
    ...(points === null || applied === null ? [] : [pointsLine(points, applied)]),
    ...(lane === null ? [] : [laneLine(lane)]),
    ...(pause === null ? [] : [standingLine('override-pause', 'Paused', pause)]),
  ];
}

/** What the field *Score reasons* begins with; null where nobody declined or paused the issue. */
export function overrideReasons({ decline, pause }: OverridesInForce): string | null {
  if (decline !== null) return `declined until ${decline.until}`;
  return pause === null ? null : `paused until ${pause.until}`;
}

function standingLine(id: string, label: string, override: Override): WordedLine {
  return {
    line: {
      id,
      pillar: null,
      label,
      value: { kind: 'until', day: override.until },
      points: null,
      weight: null,
      contribution: 0,
      from: [{ kind: 'reason', text: override.reason, at: override.at }],
    },
    words: null,
  };
}

function pointsLine(override: PointsOverride, applied: number): WordedLine {
  return {
    line: {
      id: 'override',
      pillar: null,
      label: 'Override of the score',
      value: { kind: 'points', points: override.points },
      points: null,
      weight: null,
      contribution: applied,
      from: sources(override),
    },
    words: 'moved by a person',
  };
}

function laneLine(override: LaneOverride): WordedLine {
  return {
    line: {
      id: 'override-lane',
      pillar: null,
      label: 'Override of the lane',
      value: override.lane,
      points: null,
      weight: null,
      contribution: 0,
      from: sources(override),
    },
    words: null,
  };
}

function sources({ reason, at, until }: LaneOverride | PointsOverride): readonly Source[] {
  return [
    { kind: 'reason', text: reason, at },
    { kind: 'until', day: until },
  ];
}
