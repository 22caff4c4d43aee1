import type { ChildProcess } from 'node:child_process';

/** The address that a process prints after some words and a colon once it is ready. Rejects when it ends before. */
export function saidAddress(server: ChildProcess, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = new RegExp(`${words}: (http:\\S+)\\s`, 'u').exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    server.once('exit', (code) => {
      reject(new Error(`The server ended with ${String(code)}: ${said}`));
    });
  });
}
