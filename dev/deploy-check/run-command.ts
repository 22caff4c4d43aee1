import { spawn } from 'node:child_process';

/** Runs a command with its output on ours. Rejects with the command's name when it cannot start or ends in failure. */
export function runCommand(command: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `${command} ${args.join(' ')} ended with ${signal ?? `exit code ${code ?? 'unknown'}`}.`,
          ),
        );
    });
  });
}
