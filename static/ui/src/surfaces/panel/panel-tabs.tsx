import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import type { JSX } from 'react';
import { TabContent } from '../../shared/components/tab-content';
import styles from './panel.module.css';
import { PANEL_TABS } from './tab-list';
import type { TabProps } from './tab-props';
import { firstTab, waitsBehind } from './tab-waits';

/** The tabs of an issue's panel. One that fails leaves the others usable. */
export function PanelTabs(props: TabProps): JSX.Element {
  return (
    <div className={styles.tabs}>
      <Tabs
        id="ballast"
        defaultSelected={PANEL_TABS.findIndex(({ id }) => id === firstTab(props.view))}
      >
        <TabList>
          {PANEL_TABS.map(({ id, label }) => {
            const waits = waitsBehind(id, props.view);
            return (
              <Tab key={id}>
                {label}
                {waits !== null && <span className={styles.waits}> {waits}</span>}
              </Tab>
            );
          })}
        </TabList>
        {PANEL_TABS.map(({ id, label, Content }) => (
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
  );
}
