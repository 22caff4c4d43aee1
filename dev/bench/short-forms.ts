import { fork } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { z } from 'zod';
import type { Benchmark } from './bench';

/** What `--json` prints; a figure that came to nothing is null there. */
const Printed = z.object({
  leftOut: z.string().optional(),
  benches: z.array(
    z.object({
      name: z.string(),
      ours: z.number().nullable(),
      peer: z.number().nullable(),
      ratio: z.number().nullable(),
    }),
  ),
});

/** Runs the short form of each benchmark in a process of its own and sees to it that it prints its figures. Status 1 when one does not. */
export async function runShortForms(
  benchmarks: Readonly<Record<string, () => Promise<Benchmark>>>,
): Promise<void> {
  for (const [name, load] of Object.entries(benchmarks)) {
    const start = performance.now();
    const { figures } = await load();
    const said = await shortForm(name, figures).catch((failure: unknown) => {
      process.exitCode = 1;
      return failure instanceof Error ? failure.message : String(failure);
    });
    process.stdout.write(
      `${name}: ${said} (${((performance.now() - start) / 1000).toFixed(1)} s)\n`,
    );
  }
}

/** @throws when it fails, or prints too little */
async function shortForm(name: string, figures: readonly string[]): Promise<string> {
  const child = fork(join(__dirname, 'main.ts'), [name, '--short', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const printed = child.stdout === null ? '' : await text(child.stdout);
  const status = await ended;
  if (status !== 0) throw new Error(`ended with status ${String(status)}`);
  const { benches, leftOut } = Printed.parse(JSON.parse(printed));
  if (leftOut !== undefined) return `left out, ${leftOut}`;
  const found = new Set(
    benches.flatMap((one) =>
      one.ours === null || one.peer === null || one.ratio === null ? [] : [one.name],
    ),
  );
  const lacking = figures.filter((figure) => !found.has(figure));
  if (lacking.length > 0) throw new Error(`no figure for ${lacking.join(', ')}`);
  return `${found.size} figures`;
}
