import type { ProjectId } from '../../core/terms/project';
import type { ScoreCard } from '../../core/score-card/score-card';
import type { Viewer } from '../ports/world';

/**
 * What a customer pays is for who may read it in the table of customers: the administrators of the project, and of Jira. Others see
 * the customer, and what it counts.
 */
export async function withoutRevenue(
  card: ScoreCard,
  project: ProjectId,
  viewer: Pick<Viewer, 'may'>,
): Promise<ScoreCard> {
  if (!card.lines.some(({ from }) => from.some((source) => 'revenue' in source))) return card;
  if (await viewer.may('ADMINISTER_PROJECTS', project)) return card;
  if (await viewer.may('ADMINISTER', null)) return card;
  return {
    ...card,
    lines: card.lines.map((line) => ({
      ...line,
      from: line.from.map((source) => {
        if (!('revenue' in source)) return source;
        const { revenue: _, ...rest } = source;
        return rest;
      }),
    })),
  };
}
