import type { ProjectId } from '../../core/terms/project';
import type { CalibrationView } from '../../contract/calibration';
import { agreementOf } from '../../core/calibration/agreement';
import { influences } from '../../core/calibration/influence';
import { FAR, inversionsOf, type Inversion } from '../../core/calibration/inversions';
import type { Judged, Weighted } from '../../core/calibration/judged';
import { LEAST_ISSUES, suggestionsFor } from '../../core/calibration/suggestions';
import { scoreWithPlan } from '../../core/score-card/score-issue';
import { Declined, Forbidden } from '../ports/failures';
import { openWork } from '../scoring/open-issues';
import { plansOf } from '../rubric/scoring-plans';
import type { Viewer } from '../ports/world';
import { rubricsOf } from '../rubric/in-force';
import type { RubricInForce } from '../ports/rubrics';
import { DAYS, gatherFinished } from './gather-finished';
import type { Needs } from './needs';

const INVERSIONS_SHOWN = 20;
/** Enough for a steady share of pairs, and little enough for one answer. */
const OPEN_LOOKED_AT = 1_000;

/**
 * Holds a project's rubric against what its team finished. Changes nothing.
 * @throws Forbidden unless the person administers the project
 */
export async function viewCalibration(
  project: ProjectId | null,
  viewer: Viewer,
  world: Needs,
  now: Date,
): Promise<CalibrationView> {
  if (project === null)
    throw new Declined('CalibrationView belongs to a project', 'Open the settings of a project');
  if (!(await viewer.may('ADMINISTER_PROJECTS', project)))
    throw new Forbidden('Only an administrator of this project may look at its calibration');
  const inForce = (await rubricsOf([project], world.rubrics))(project);
  const weights = inForce.rubric.criteria.map(({ id, label, weight }): Weighted => ({
    id,
    label,
    weight,
  }));
  const { found, complete, issues, explained } = await gatherFinished(
    project,
    inForce.rubric,
    world,
  );
  const open = await openJudged(project, inForce, world, now);
  const inversions = inversionsOf(issues, open);
  return {
    days: DAYS,
    finished: found,
    complete,
    scored: issues.length,
    explained,
    agreement: agreementOf(issues),
    inversions: await shown(inversions, viewer),
    inverted: inversions.length,
    far: FAR,
    influences: influences(open, weights),
    open: open.length,
    suggestions: suggestionsFor(
      issues.filter(({ points }) => Object.keys(points).length > 0),
      weights,
    ),
    least: LEAST_ISSUES,
  };
}

/** The open issues as they are judged now, from the ledger. Incidents and requests are no work of the team's. */
async function openJudged(
  project: ProjectId,
  inForce: RubricInForce,
  world: Needs,
  now: Date,
): Promise<readonly Judged[]> {
  const plan = plansOf(() => inForce)(project);
  const { entries } = await openWork(project, world);
  return entries
    .filter(({ signals }) => signals !== null && signals.issue.evidenceKind === null)
    .slice(0, OPEN_LOOKED_AT)
    .flatMap(({ issueId, key, signals }): readonly Judged[] => {
      if (signals === null) return [];
      const { score, lines } = scoreWithPlan(plan, signals, now, null);
      const points = Object.fromEntries(
        lines.flatMap((line) => (line.points === null ? [] : [[line.id, line.points]])),
      );
      return score === null
        ? []
        : [{ id: issueId, key, score, created: Date.parse(signals.issue.created), points }];
    });
}

/** Both issues of an inversion are named, so that both have to be visible. */
async function shown(
  inversions: readonly Inversion[],
  viewer: Viewer,
): Promise<CalibrationView['inversions']> {
  const part = inversions.slice(0, 2 * INVERSIONS_SHOWN);
  const visible = await viewer.visible([
    ...new Set(part.flatMap(({ id, instead }) => [id, instead.id])),
  ]);
  return part
    .filter(({ id, instead }) => visible.has(id) && visible.has(instead.id))
    .slice(0, INVERSIONS_SHOWN)
    .map(({ key, score, finished, passed, instead }) => ({
      key,
      score,
      finished: new Date(finished).toISOString(),
      passed,
      instead: { key: instead.key, score: instead.score },
    }));
}
