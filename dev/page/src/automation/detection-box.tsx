import { useQuery } from '@tanstack/react-query';
import type { DetectionView } from '../../wire';
import { call } from '../jira/rest';
import { Failed, Loading } from '../parts/states';

/** How Ballast would tell incidents, requests and customers on this site, beyond what its rubric names already. */
export function DetectionBox() {
  const detection = useQuery({
    queryKey: ['detection'],
    queryFn: async () => (await call('GET', '/__host/detection')) as DetectionView,
    staleTime: 60_000,
  });
  return (
    <section className="box" aria-labelledby="detection">
      <h2 id="detection">What this site tells evidence by</h2>
      {detection.isPending ? <Loading what="what the site has" /> : null}
      {detection.isError ? (
        <Failed
          what="What the site has"
          error={detection.error}
          retry={() => void detection.refetch()}
        />
      ) : null}
      {detection.isSuccess ? <Found view={detection.data} /> : null}
    </section>
  );
}

function Found({ view }: { readonly view: DetectionView }) {
  return (
    <>
      {view.detected.length === 0 ? (
        <p className="quiet">Nothing that the rubric does not name already.</p>
      ) : (
        <ul>
          {view.detected.map(({ setting, name, why }) => (
            <li key={`${setting} ${name}`}>
              <code>{setting}</code> <strong>{name}</strong>: {why}
            </li>
          ))}
        </ul>
      )}
      {view.missing.length === 0 ? null : (
        <p className="quiet">The site has {view.missing.join(', ')}.</p>
      )}
    </>
  );
}
