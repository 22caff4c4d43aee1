import { z } from 'zod';
import type { RubricCostAnswer, RubricPublication } from '../contract';
import { rubricCost } from '../usecases/rubric-editing/publish-cost';
import { proposeRubric } from '../usecases/rubric-editing/submit';
import type { RubricAsker, SettingsDesk } from '../usecases/access/rubric-access';
import { scopeAsk } from './jobs';
import { section, version } from './settings';
import { publicationView } from './settings-views';

const costAsk = scopeAsk.extend({ document: z.unknown() });
const publishAsk = costAsk.extend({
  reason: z.string().trim().min(1, 'says why the rubric changes').max(1_000),
  base: version.optional(),
  site: version.optional(),
  inherits: z.array(section).max(40).optional(),
  draft: version.optional(),
});

/** `rubric.publish` */
export async function answerRubricPublish(
  payload: unknown,
  desk: SettingsDesk,
): Promise<RubricPublication> {
  const { project, document, reason, base, site, inherits, draft } = publishAsk.parse(payload);
  const wish = {
    document,
    reason,
    ...(base === undefined ? {} : { base }),
    ...(site === undefined ? {} : { site }),
    ...(inherits === undefined ? {} : { inherits }),
    ...(draft === undefined ? {} : { draft }),
  };
  return publicationView(await proposeRubric(project, wish, desk), desk);
}

/** `rubric.cost` */
export async function answerRubricCost(
  payload: unknown,
  asker: RubricAsker,
): Promise<RubricCostAnswer> {
  const { project, document } = costAsk.parse(payload);
  return rubricCost(project, document, asker);
}
