import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { readBacklog } from '../../dev/backlog';
import { listen } from '../../dev/page/server/listen';
import { scoreEverything } from '../../dev/score-everything';
import { scoredJira } from '../../dev/scored-jira';
import { readOptions } from '../../dev/start-options';

/**
 * A process with one little Jira at a time, for one worker of the browser tests: `POST /` with the options of `npm start` as JSON
 * answers with the address of a fresh one and ends the one before; `DELETE /` ends it. Loading the app takes many times as long as
 * scoring the sample. Ends with whoever started it.
 */
let close = (): void => undefined;

async function freshJira(options: readonly string[]): Promise<string> {
  const backlog = await readBacklog(readOptions(options));
  const server = await listen(0);
  const address = `http://127.0.0.1:${String(server.port)}`;
  const jira = await scoredJira(backlog, address, async (dev) => {
    const failure = await scoreEverything(dev, () => undefined);
    if (failure !== null) throw new Error(`The app failed while it scored the backlog: ${failure}`);
  });
  close = () => {
    server.close();
    jira.close();
  };
  server.open(jira.fetch);
  return address;
}

function end(): void {
  close();
  close = () => undefined;
}

const door = createServer((request, response) => {
  end();
  // Minutes pass until the next file asks: a connection kept for it may be closing just then.
  response.setHeader('connection', 'close');
  if (request.method === 'DELETE') response.end();
  else
    text(request)
      .then((body) => freshJira(JSON.parse(body) as readonly string[]))
      .then(
        (address) => response.end(address),
        (problem: unknown) => response.writeHead(500).end(String(problem)),
      );
});
door.listen(0, '127.0.0.1', () => {
  console.log(`The room is open: http://127.0.0.1:${String((door.address() as AddressInfo).port)}`);
});
process.stdin.resume().once('end', () => process.exit(0));
