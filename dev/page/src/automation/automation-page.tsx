import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { Rule } from '../../../automation/rule';
import { useSession } from '../host/session';
import { Empty, Failed, Loading } from '../parts/states';
import { AuditLog } from './audit-log';
import { DetectionBox } from './detection-box';
import { OutsideBox } from './outside-box';
import { useAutomation } from './queries';
import { RuleEditor } from './rule-editor';
import { RuleList } from './rule-list';
import { newRule } from './rule-words';

/** Rules that use the app's actions, what came of them, and a stand-in for tools outside Jira. */
export function AutomationPage() {
  const { home, user } = useSession();
  const automation = useAutomation();
  const [editing, setEditing] = useState<Rule | null>(null);
  useEffect(() => {
    document.title = 'Automation';
  }, []);
  if (automation.isPending) return <Loading what="the rules" />;
  if (automation.isError)
    return (
      <Failed what="The rules" error={automation.error} retry={() => void automation.refetch()} />
    );
  const view = automation.data;
  const [first] = view.actions;
  if (editing !== null)
    return (
      <RuleEditor
        key={editing.id}
        rule={editing}
        view={view}
        close={() => {
          setEditing(null);
        }}
      />
    );
  return (
    <div className="automation">
      <div className="list-head">
        <h1>Automation</h1>
        {first === undefined ? null : (
          <Button
            appearance="primary"
            onClick={() => {
              setEditing(newRule(first.key, user.accountId, home));
            }}
          >
            Create rule
          </Button>
        )}
      </div>
      {view.rules.length === 0 ? (
        <Empty title="No rules yet">
          Create one: when something happens to a work item, an action of Ballast follows.
        </Empty>
      ) : (
        <RuleList view={view} edit={setEditing} />
      )}
      <OutsideBox />
      <DetectionBox />
      <AuditLog runs={view.runs} />
    </div>
  );
}
