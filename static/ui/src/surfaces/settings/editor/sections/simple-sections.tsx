import type { JSX } from 'react';
import { textAt } from '../../draft/document-path';
import { useEditor } from '../editor-context';
import { RuleList } from '../rules/rule-list';
import { horizonRuleOptions } from '../rules/horizon-options';
import { laneRuleOptions } from '../rules/lane-options';
import { SettingControls } from '../fields/setting-control';
import { ChoiceBox } from '../fields/simple-fields';
import { Row } from '../fields/field-row';
import { usePlace } from '../fields/use-place';
import { evidenceSettings, linkSettings } from './evidence-settings';
import { RevenueWeight } from './revenue-weight';
import {
  bandSettings,
  moscowSettings,
  overrideSettings,
  vocabularySettings,
  voteSettings,
} from './plan-settings';
import { ageingSettings } from './ageing-settings';
import { retentionSettings } from './retention-settings';
import { urgencySettings } from './urgency-settings';

export const AgeingSection = (): JSX.Element => <SettingControls of={ageingSettings} />;
export const UrgencySection = (): JSX.Element => <SettingControls of={urgencySettings} />;
export const EvidenceSection = (): JSX.Element => (
  <>
    <SettingControls of={evidenceSettings} />
    <RevenueWeight />
    <SettingControls of={linkSettings} />
  </>
);
export const BandsSection = (): JSX.Element => <SettingControls of={bandSettings} />;
export const VotesSection = (): JSX.Element => <SettingControls of={voteSettings} />;
export const OverridesSection = (): JSX.Element => <SettingControls of={overrideSettings} />;
export const RetentionSection = (): JSX.Element => <SettingControls of={retentionSettings} />;

export function LanesSection(): JSX.Element {
  const { draft } = useEditor();
  return (
    <>
      <RuleList options={laneRuleOptions(draft.document)} />
      <SettingControls of={vocabularySettings} />
    </>
  );
}

export const HorizonsSection = (): JSX.Element => <RuleList options={horizonRuleOptions} />;

const fromField = {
  from: 'field',
  fields: [],
  names: {
    must: ['Must have', 'Must'],
    should: ['Should have', 'Should'],
    could: ['Could have', 'Could'],
    wont: ["Won't have", "Won't"],
  },
};

export function MoscowSection(): JSX.Element {
  const { draft } = useEditor();
  const place = usePlace(['moscow', 'source', 'from']);
  return (
    <>
      <Row place={place} label="Must, Should, Could and Won’t come">
        <ChoiceBox
          id={place.id}
          describedBy={place.describedBy}
          locked={place.locked}
          value={textAt(draft.document, ['moscow', 'source', 'from'])}
          options={[
            { value: 'bands', label: 'from the attention bands' },
            { value: 'field', label: 'from a field' },
          ]}
          write={(from) => draft.set(['moscow', 'source'], from === 'field' ? fromField : { from })}
        />
      </Row>
      <SettingControls of={moscowSettings(draft.document)} />
    </>
  );
}
