import Lozenge from '@atlaskit/lozenge';
import type { ThemeAppearance } from '@atlaskit/lozenge';
import type { InvocationView } from '../../wire';
import { durationInWords, timeOfDay, wholeNumber } from './words';

const looks: Readonly<Record<InvocationView['outcome'], ThemeAppearance>> = {
  ok: 'success',
  failed: 'removed',
  'timed out': 'removed',
  'retry asked': 'moved',
};

export function InvocationTable({
  invocations,
}: {
  readonly invocations: readonly InvocationView[];
}) {
  return (
    <section aria-labelledby="invocations">
      <h2 id="invocations">Invocations</h2>
      {invocations.length === 0 ? (
        <p className="quiet">Nothing has run yet. Open an issue or change one.</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label="Table of invocations">
          <table className="figures-table">
            <thead>
              <tr>
                <th scope="col">At</th>
                <th scope="col">Handler</th>
                <th scope="col">Door</th>
                <th scope="col" className="number">
                  Duration
                </th>
                <th scope="col" className="number">
                  Jira calls
                </th>
                <th scope="col" className="number">
                  Points
                </th>
                <th scope="col" className="number">
                  Storage r / w
                </th>
                <th scope="col">Outcome</th>
              </tr>
            </thead>
            <tbody>
              {invocations.map(
                ({
                  id,
                  started,
                  handler,
                  door,
                  moduleKey,
                  durationMs,
                  jiraCalls,
                  points,
                  kvsReads,
                  kvsWrites,
                  outcome,
                  error,
                }) => (
                  <tr key={id}>
                    <td className="quiet">{timeOfDay(started)}</td>
                    <td>
                      <code>{handler}</code>
                    </td>
                    <td>
                      {door} <span className="quiet">{moduleKey}</span>
                    </td>
                    <td className="number">{durationInWords(durationMs)}</td>
                    <td className="number">{wholeNumber(jiraCalls)}</td>
                    <td className="number">{wholeNumber(points)}</td>
                    <td className="number">
                      {wholeNumber(kvsReads)} / {wholeNumber(kvsWrites)}
                    </td>
                    <td>
                      <Lozenge appearance={looks[outcome]}>{outcome}</Lozenge>
                      {error === null ? null : <div className="problem">{error}</div>}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
