import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useMemo, useState, type CSSProperties, type JSX } from 'react';
import { TabContent } from '../../shared/components/tab-content';
import { usePageHeight } from './page-height';
import { StagedChangeContext, type StagedChange } from './staged-change/staged-change';
import styles from './settings.module.css';
import { SETTINGS_TABS } from './tab-list';
import type { SettingsTabProps } from './tab-props';

/** The settings of a project, or of the site: what everybody may read and administrators may change. */
export function Settings(props: SettingsTabProps): JSX.Element {
  const [selected, select] = useState(0);
  const [staged, setStaged] = useState<StagedChange | null>(null);
  const stagedChange = useMemo(
    () => ({
      staged,
      clear: () => setStaged(null),
      stage: (change: StagedChange) => {
        setStaged(change);
        select(SETTINGS_TABS.findIndex(({ id }) => id === 'rubric'));
      },
    }),
    [staged],
  );
  return (
    <StagedChangeContext.Provider value={stagedChange}>
      <div
        className={styles.settings}
        style={{ '--ballast-page-height': `${usePageHeight()}px` } as CSSProperties}
      >
        <Tabs id="settings" selected={selected} onChange={select}>
          <TabList>
            {SETTINGS_TABS.map(({ id, label }) => (
              <Tab key={id}>{label}</Tab>
            ))}
          </TabList>
          {SETTINGS_TABS.map(({ id, label, Content }) => (
            <TabPanel key={id}>
              <div className={styles.tab}>
                <TabContent label={label}>
                  <Content {...props} />
                </TabContent>
              </div>
            </TabPanel>
          ))}
        </Tabs>
      </div>
    </StagedChangeContext.Provider>
  );
}
