import type { ComponentType } from 'react';
import type { Section } from '../../../../../../../src/core/rubric/inherit';
import { count } from '../../../../shared/format-number';
import { listAt, numberAt, recordAt, textAt, type RubricDocument } from '../../draft/document-path';
import { CriteriaSection } from '../criteria/criteria-section';
import { sharesOf } from '../criteria/shares';
import { methodWords } from '../method/fresh-method';
import { MethodSection } from '../method/method-section';
import { orderWords } from '../rules/rule-words';
import { StartSection } from '../start/start-section';
import { CapacitySection } from './capacity-section';
import { EffortSection } from './effort-section';
import { effortWords } from './effort-settings';
import { evidenceWords } from './evidence-settings';
import { HolidaysSection } from './holidays-section';
import { bandWords, capacityWords, holidayWords, moscowWords, overrideWords, postMortemWords, voteWords } from './plan-settings';
import { PostMortemSection } from './post-mortem-section';
import { RightsSection } from './rights-section';
import { BandsSection, EvidenceSection, HorizonsSection, LanesSection, MoscowSection, OverridesSection, UrgencySection, VotesSection } from './simple-sections';
import { urgencyWords } from './urgency-settings';

export interface EditorSection {
  readonly id: string;
  readonly title: string;
  /** The parts of the document that it shows. */
  readonly keys: readonly (Section | 'name' | 'vocabulary')[];
  /** What it says now, in a sentence: the closed editor reads as the rubric in plain words. */
  readonly words: (document: RubricDocument) => string;
  readonly Content: ComponentType;
}

export const sections: readonly EditorSection[] = [
  { id: 'start', title: 'Start from', keys: [], words: () => 'A preset, or another project’s rubric.', Content: StartSection },
  { id: 'method', title: 'Method', keys: ['name', 'method'], words: methodWords, Content: MethodSection },
  { id: 'criteria', title: 'Criteria', keys: ['pillars', 'criteria'], words: criteriaWords, Content: CriteriaSection },
  { id: 'effort', title: 'Effort', keys: ['effort'], words: effortWords, Content: EffortSection },
  { id: 'urgency', title: 'Urgency', keys: ['urgency'], words: urgencyWords, Content: UrgencySection },
  { id: 'evidence', title: 'Evidence and customers', keys: ['evidence', 'customers', 'followUps', 'blockers'], words: evidenceWords, Content: EvidenceSection },
  { id: 'bands', title: 'Attention', keys: ['bands'], words: bandWords, Content: BandsSection },
  { id: 'lanes', title: 'Lanes', keys: ['lanes', 'vocabulary'], words: (document) => `Tried in this order: ${orderWords(listAt(document, ['lanes']), 'lane')}.`, Content: LanesSection },
  { id: 'horizons', title: 'Horizons', keys: ['horizons'], words: (document) => `Tried in this order: ${orderWords(listAt(document, ['horizons']), 'horizon')}; what is left is for later.`, Content: HorizonsSection },
  { id: 'capacity', title: 'Capacity, owners and due dates', keys: ['capacity'], words: capacityWords, Content: CapacitySection },
  { id: 'calendar', title: 'Holidays', keys: ['calendar'], words: holidayWords, Content: HolidaysSection },
  { id: 'decisionRights', title: 'Decision rights', keys: ['decisionRights'], words: rightsWords, Content: RightsSection },
  { id: 'overrides', title: 'Overrides', keys: ['overrides'], words: overrideWords, Content: OverridesSection },
  { id: 'postMortem', title: 'Post-mortems', keys: ['postMortem'], words: postMortemWords, Content: PostMortemSection },
  { id: 'votes', title: 'Rating together', keys: ['votes'], words: voteWords, Content: VotesSection },
  { id: 'moscow', title: 'MoSCoW', keys: ['moscow'], words: moscowWords, Content: MoscowSection },
];

function criteriaWords(document: RubricDocument): string {
  const criteria = listAt(document, ['criteria']);
  const pillars = listAt(document, ['pillars']);
  const of = `${count(criteria.length, 'criterion', 'criteria')} in ${count(pillars.length, 'pillar')}`;
  if (!['pillars', 'weighted'].includes(textAt(document, ['method', 'kind']))) return `${of}.`;
  const shares = sharesOf(criteria.map((criterion) => numberAt(criterion, ['weight']) ?? 0));
  const told = pillars.map((pillar) => {
    const own = criteria.reduce<number>((sum, criterion, at) => (textAt(criterion, ['pillar']) === textAt(pillar, ['id']) ? sum + (shares[at] ?? 0) : sum), 0);
    return `${textAt(pillar, ['label']).toLowerCase()} ${Number(own.toFixed(1))} %`;
  });
  return `${of}: ${told.join(', ')}.`;
}

function rightsWords(document: RubricDocument): string {
  const rights = Object.values(recordAt(document, ['decisionRights']));
  const approved = rights.filter((right) => listAt(right, ['approvers', 'roles']).length + listAt(right, ['approvers', 'people']).length > 0).length;
  const limited = rights.filter((right) => listAt(right, ['roles']).length + listAt(right, ['people']).length > 0).length;
  return `Of ${rights.length} acts, ${limited} are for some only and ${approved} need approval.`;
}
