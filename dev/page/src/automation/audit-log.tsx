import Lozenge from '@atlaskit/lozenge';
import { Link } from 'react-router';
import type { RuleRun } from '../../../automation/rule';
import { timeOfDay } from '../inspector/words';

/** What became of the rules that ran: what started them, what the action was given, gave and said. */
export function AuditLog({ runs }: { readonly runs: readonly RuleRun[] }) {
  return (
    <section aria-labelledby="audit-log">
      <h2 id="audit-log">Audit log</h2>
      {runs.length === 0 ? (
        <p className="quiet">No rule has run yet.</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label="Table of runs">
          <table className="figures-table">
            <thead>
              <tr>
                <th scope="col">At</th>
                <th scope="col">Rule</th>
                <th scope="col">Because</th>
                <th scope="col">Work item</th>
                <th scope="col">Outcome</th>
                <th scope="col">Inputs</th>
                <th scope="col">Outputs, or what went wrong</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <td className="quiet">{timeOfDay(run.at)}</td>
                  <td>{run.rule}</td>
                  <td>{run.because}</td>
                  <td>
                    {run.issue === null ? (
                      <span className="quiet">none</span>
                    ) : (
                      <Link to={`/browse/${run.issue}`}>{run.issue}</Link>
                    )}
                  </td>
                  <td>
                    <Lozenge appearance={run.outcome === 'succeeded' ? 'success' : 'removed'}>
                      {run.outcome}
                    </Lozenge>
                  </td>
                  <td className="run-values">
                    <Values of={run.inputs} />
                  </td>
                  <td className="run-values">
                    {run.errors.length > 0 ? (
                      run.errors.map((error) => (
                        <p key={error} className="problem">
                          {error}
                        </p>
                      ))
                    ) : (
                      <Values of={run.outputs} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Values({ of }: { readonly of: Readonly<Record<string, unknown>> }) {
  return (
    <dl className="values">
      {Object.entries(of).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === null
              ? 'none'
              : typeof value === 'object'
                ? JSON.stringify(value)
                : String(value as string | number | boolean)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
