import type { Section } from '../../../../../../../src/core/rubric/document/inherit';
import { isWeighted, sharesOf } from '../../../../../../../src/core/rubric/document/shares';
import { count } from '../../../../shared/text/format-number';
import { listAt, numberAt, recordAt, textAt, type RubricDocument } from '../../draft/document-path';
import { methodText } from '../method/fresh-method';
import { orderText } from '../rules/rule-text';
import { ageingText } from './ageing-settings';
import { effortText } from './effort-settings';
import { evidenceText } from './evidence-settings';
import {
  bandText,
  capacityText,
  holidayText,
  moscowText,
  overrideText,
  postMortemText,
  voteText,
} from './plan-settings';
import { retentionText } from './retention-settings';
import { urgencyText } from './urgency-settings';

export interface SectionAbout {
  readonly id: string;
  readonly title: string;
  /** The parts of the document that it shows. */
  readonly keys: readonly (Section | 'name')[];
  /** What it says now, in a sentence: the closed editor reads as the rubric in plain words. */
  readonly words: (document: RubricDocument) => string;
}

export const sectionList = [
  {
    id: 'start',
    title: 'Start from',
    keys: [],
    words: () => 'A preset, or another project’s rubric.',
  },
  { id: 'method', title: 'Method', keys: ['name', 'method'], words: methodText },
  { id: 'criteria', title: 'Criteria', keys: ['pillars', 'criteria'], words: criteriaText },
  { id: 'ageing', title: 'Ageing', keys: ['ageing'], words: ageingText },
  { id: 'effort', title: 'Effort', keys: ['effort'], words: effortText },
  { id: 'urgency', title: 'Urgency', keys: ['urgency'], words: urgencyText },
  {
    id: 'evidence',
    title: 'Evidence and customers',
    keys: ['evidence', 'customers', 'followUps', 'blockers'],
    words: evidenceText,
  },
  { id: 'bands', title: 'Attention', keys: ['bands'], words: bandText },
  {
    id: 'lanes',
    title: 'Lanes',
    keys: ['lanes', 'vocabulary'],
    words: (document) => `Tried in this order: ${orderText(listAt(document, ['lanes']), 'lane')}.`,
  },
  {
    id: 'horizons',
    title: 'Horizons',
    keys: ['horizons'],
    words: (document) =>
      `Tried in this order: ${orderText(listAt(document, ['horizons']), 'horizon')}; what is left is for later.`,
  },
  {
    id: 'capacity',
    title: 'Capacity, owners and due dates',
    keys: ['capacity'],
    words: capacityText,
  },
  { id: 'calendar', title: 'Holidays', keys: ['calendar'], words: holidayText },
  { id: 'decisionRights', title: 'Decision rights', keys: ['decisionRights'], words: rightsText },
  { id: 'overrides', title: 'Overrides', keys: ['overrides'], words: overrideText },
  { id: 'postMortem', title: 'Post-mortems', keys: ['postMortem'], words: postMortemText },
  { id: 'votes', title: 'Rating together', keys: ['votes'], words: voteText },
  { id: 'moscow', title: 'MoSCoW', keys: ['moscow'], words: moscowText },
  { id: 'retention', title: 'Retention', keys: ['retention'], words: retentionText },
] as const satisfies readonly SectionAbout[];

function criteriaText(document: RubricDocument): string {
  const criteria = listAt(document, ['criteria']);
  const pillars = listAt(document, ['pillars']);
  const of = `${count(criteria.length, 'criterion', 'criteria')} in ${count(pillars.length, 'pillar')}`;
  if (!isWeighted(textAt(document, ['method', 'kind']))) return `${of}.`;
  const shares = sharesOf(criteria.map((criterion) => numberAt(criterion, ['weight']) ?? 0));
  const texts = pillars.map((pillar) => {
    const own = criteria.reduce<number>(
      (sum, criterion, at) =>
        textAt(criterion, ['pillar']) === textAt(pillar, ['id']) ? sum + (shares[at] ?? 0) : sum,
      0,
    );
    return `${textAt(pillar, ['label']).toLowerCase()} ${Number(own.toFixed(1))} %`;
  });
  return `${of}: ${texts.join(', ')}.`;
}

function rightsText(document: RubricDocument): string {
  const rights = Object.values(recordAt(document, ['decisionRights']));
  const approved = rights.filter(
    (right) =>
      listAt(right, ['approvers', 'roles']).length + listAt(right, ['approvers', 'people']).length >
      0,
  ).length;
  const limited = rights.filter(
    (right) => listAt(right, ['roles']).length + listAt(right, ['people']).length > 0,
  ).length;
  return `Of ${rights.length} acts, ${limited} are for some only and ${approved} need approval.`;
}
