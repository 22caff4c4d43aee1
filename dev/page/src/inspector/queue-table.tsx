import type { QueueView } from '../../wire';
import { wholeNumber } from './words';

export function QueueTable({ queues }: { readonly queues: readonly QueueView[] }) {
  return (
    <section aria-labelledby="queues">
      <h2 id="queues">Queues</h2>
      {queues.length === 0 ? (
        <p className="quiet">The app declares no queue.</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label="Table of queues">
          <table className="figures-table">
            <thead>
              <tr>
                <th scope="col">Queue</th>
                {['Delayed', 'Waiting', 'Running', 'Retrying', 'Delivered', 'Lost'].map((name) => (
                  <th key={name} scope="col" className="number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {queues.map(({ name, delayed, waiting, running, retrying, delivered, lost }) => (
                <tr key={name}>
                  <td>
                    <code>{name}</code>
                  </td>
                  {[delayed, waiting, running, retrying, delivered, lost].map((count, index) => (
                    <td key={index} className="number">
                      {wholeNumber(count)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
