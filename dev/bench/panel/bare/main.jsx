/**
 * What the panel is weighed against: React, the bridge, a lozenge, tabs and a dynamic table, and nothing else. It asks the panel's
 * question and paints the panel's number, so that both wait for the same answer.
 */
import DynamicTable from '@atlaskit/dynamic-table';
import Lozenge from '@atlaskit/lozenge';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { invoke, view } from '@forge/bridge';
import { createRoot } from 'react-dom/client';

const head = {
  cells: [
    { key: 'label', content: 'Line', isSortable: true },
    { key: 'contribution', content: 'Contribution', isSortable: true },
  ],
};
const rowOf = ({ label, contribution }) => ({
  key: label,
  cells: [
    { key: label, content: label },
    { key: contribution, content: contribution },
  ],
});

function Bare({ score }) {
  return (
    <main>
      <p aria-live="polite">
        <strong>{score.score}</strong> <Lozenge>{score.lane}</Lozenge>
      </p>
      <Tabs id="bare">
        <TabList>
          <Tab>Score</Tab>
          <Tab>Lane</Tab>
        </TabList>
        <TabPanel>
          <DynamicTable head={head} rows={score.lines.map(rowOf)} />
        </TabPanel>
        <TabPanel>{score.because}</TabPanel>
      </Tabs>
    </main>
  );
}

void view.theme.enable();
const { extension } = await view.getContext();
const answer = await invoke('score.view', { issueId: String(extension.issue.id) });
createRoot(document.getElementById('root')).render(<Bare score={answer.value} />);
