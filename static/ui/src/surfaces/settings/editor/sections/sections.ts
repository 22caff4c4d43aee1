import type { ComponentType } from 'react';
import { CriteriaSection } from '../criteria/criteria-section';
import { MethodSection } from '../method/method-section';
import { StartSection } from '../start/start-section';
import { CapacitySection } from './capacity-section';
import { EffortSection } from './effort-section';
import { HolidaysSection } from './holidays-section';
import { PostMortemSection } from './post-mortem-section';
import { RightsSection } from './rights-section';
import { sectionList, type SectionAbout } from './section-list';
import {
  AgeingSection,
  BandsSection,
  EvidenceSection,
  HorizonsSection,
  LanesSection,
  MoscowSection,
  OverridesSection,
  RetentionSection,
  UrgencySection,
  VotesSection,
} from './simple-sections';

export interface EditorSection extends SectionAbout {
  readonly Content: ComponentType;
}

const contents: Readonly<Record<(typeof sectionList)[number]['id'], ComponentType>> = {
  start: StartSection,
  method: MethodSection,
  criteria: CriteriaSection,
  ageing: AgeingSection,
  effort: EffortSection,
  urgency: UrgencySection,
  evidence: EvidenceSection,
  bands: BandsSection,
  lanes: LanesSection,
  horizons: HorizonsSection,
  capacity: CapacitySection,
  calendar: HolidaysSection,
  decisionRights: RightsSection,
  overrides: OverridesSection,
  postMortem: PostMortemSection,
  votes: VotesSection,
  moscow: MoscowSection,
  retention: RetentionSection,
};

export const sections: readonly EditorSection[] = sectionList.map((section) => ({
  ...section,
  Content: contents[section.id],
}));
