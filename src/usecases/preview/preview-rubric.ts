import type { RubricPreviewAnswer } from '../../contract/preview';
import { parseRubric } from '../../core/rubric/document/parse';
import { coverageOf } from '../jobs/start-job';
import { costOf } from '../rubric-editing/publish-cost';
import { mustPublish, openAccess } from '../access/rubric-access';
import { measureBacklog, type Walk } from './measure-backlog';
import { startPreview, type Asker } from './preview-runs';
import { showPreview } from './show-preview';
import { wholeDocument, type ProposedRubric } from './the-draft';
import type { Needs } from './needs';

/** Open issues that are previewed while the person waits; more of them take a run. */
export const AT_ONCE = 20_000;
/** A preview that has only this much time left goes on as a run. */
const TIME_TO_FINISH_MS = 9_000;

/**
 * What publishing this rubric would do, for every open issue that it would govern. Nothing is read from Jira but the titles of
 * the movers that are shown, as the person who asks.
 * @throws Forbidden unless the person may publish; Limited while storage is busy.
 */
export async function previewRubric(
  proposed: ProposedRubric,
  { viewer, jira, me }: Asker,
  world: Needs,
  now: Date,
): Promise<RubricPreviewAnswer> {
  const { project } = proposed;
  mustPublish(await openAccess(project, { world, viewer, me }));
  const parsed = parseRubric(await wholeDocument(proposed, world));
  if (!parsed.ok) return parsed;
  const cost = await costOf(project, parsed.rubric, world, now);
  const known = await coverageOf(project, world);
  const asRun = async (): Promise<RubricPreviewAnswer> => ({
    ok: true,
    preview: null,
    run: await startPreview(
      { project, me, draft: { rubric: parsed.rubric, cost }, total: known?.issues ?? null },
      world,
      now,
    ),
  });
  if ((known?.issues ?? 0) > AT_ONCE) return asRun();
  const walk: Walk = {
    page: (question, cursor) => world.ledger.page(question, cursor),
    goOn: async (issues) => issues <= AT_ONCE && world.remainingMs() > TIME_TO_FINISH_MS,
  };
  const preview = await measureBacklog({ project, draft: parsed.rubric }, world, walk, now);
  if (preview === null) return asRun();
  return {
    ok: true,
    preview: await showPreview({ preview, cost, complete: known !== null }, jira),
    run: null,
  };
}
