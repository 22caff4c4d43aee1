import { useEffect } from 'react';
import { useSession } from '../host/session';
import { useAdministers } from '../jira/queries';
import { Empty, Failed, Loading } from '../parts/states';
import { SurfaceFrame } from '../surfaces/surface-frame';

/** Jira's administration, as far as apps fill it: open to Jira's administrators only. */
export function AdminPage() {
  const { surfaces } = useSession();
  const administers = useAdministers(null);
  useEffect(() => {
    document.title = 'Administration';
  }, []);
  if (administers.isPending) return <Loading what="the administration" />;
  if (administers.isError)
    return (
      <Failed
        what="The administration"
        error={administers.error}
        retry={() => void administers.refetch()}
      />
    );
  if (!administers.data.site)
    return <Empty title="You do not administer this site">Ask one of its administrators.</Empty>;
  return (
    <div className="settings-page">
      <div className="list-head">
        <h1>Administration</h1>
      </div>
      {surfaces
        .filter(({ type }) => type === 'jira:adminPage')
        .map((surface) => (
          <SurfaceFrame key={surface.key} surface={surface} at={{}} />
        ))}
    </div>
  );
}
