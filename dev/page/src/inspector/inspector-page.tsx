import { useEffect } from 'react';
import { Failed, Loading } from '../parts/states';
import { AccountsBox } from './accounts-box';
import { ClockBox } from './clock-box';
import { FaultsBox } from './faults-box';
import { Figures } from './figures';
import { InvocationTable } from './invocation-table';
import { useInspector } from './queries';
import { QueueTable } from './queue-table';
import { StorageBox } from './storage-box';

/** What the app costs the platform and how it is doing, live; and the levers that make the platform misbehave. */
export function InspectorPage() {
  const inspector = useInspector();
  useEffect(() => {
    document.title = 'Platform inspector';
  }, []);
  if (inspector.isPending) return <Loading what="the inspector" />;
  if (inspector.isError)
    return (
      <Failed what="The inspector" error={inspector.error} retry={() => void inspector.refetch()} />
    );
  const view = inspector.data;
  return (
    <div className="inspector">
      <div className="list-head">
        <h1>Platform inspector</h1>
        <ClockBox />
      </div>
      <Figures view={view} />
      <div className="inspector-columns">
        <div className="inspector-main">
          <InvocationTable invocations={view.invocations} />
          <QueueTable queues={view.queues} />
        </div>
        <div className="inspector-side">
          <FaultsBox faults={view.faults} />
          <AccountsBox accounts={view.accounts} />
          <StorageBox stores={view.storage} />
        </div>
      </div>
    </div>
  );
}
