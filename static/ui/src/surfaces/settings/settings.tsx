import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { Suspense, type CSSProperties, type JSX } from 'react';
import { CrashGuard } from '../../shared/crash-guard';
import { Loading } from '../../shared/loading';
import { usePageHeight } from './page-height';
import styles from './settings.module.css';
import { SETTINGS_TABS, type SettingsTabProps } from './tab-list';

/** The settings of a project, or of the site: what everybody may read and administrators may change. */
export function Settings(props: SettingsTabProps): JSX.Element {
  return (
    <div className={styles.settings} style={{ '--ballast-page-height': `${usePageHeight()}px` } as CSSProperties}>
      <Tabs id="settings">
        <TabList>
          {SETTINGS_TABS.map(({ id, label }) => (
            <Tab key={id}>{label}</Tab>
          ))}
        </TabList>
        {SETTINGS_TABS.map(({ id, label, Content }) => (
          <TabPanel key={id}>
            <div className={styles.tab}>
              <CrashGuard>
                <Suspense fallback={<Loading>{`Opening ${label.toLowerCase()}…`}</Loading>}>
                  <Content {...props} />
                </Suspense>
              </CrashGuard>
            </div>
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}
