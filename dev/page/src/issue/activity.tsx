import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { Comments } from './comments';
import { History } from './history';

export function Activity({
  issueKey,
  mayComment,
}: {
  readonly issueKey: string;
  readonly mayComment: boolean;
}) {
  return (
    <section aria-labelledby="activity">
      <h2 id="activity">Activity</h2>
      <Tabs id="activity-tabs">
        <TabList>
          <Tab>Comments</Tab>
          <Tab>History</Tab>
        </TabList>
        <TabPanel>
          <Comments issueKey={issueKey} mayComment={mayComment} />
        </TabPanel>
        <TabPanel>
          <History issueKey={issueKey} />
        </TabPanel>
      </Tabs>
    </section>
  );
}
