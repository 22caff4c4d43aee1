import { spawn } from 'node:child_process';
import { z } from 'zod';
import { ROOT } from '../house/source-files';

const line = z.looseObject({
  id: z.string(),
  label: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
  contribution: z.number(),
});
const lane = z.enum(['hot fix', 'stability', 'feature improvement', 'strategic bet', 'unsorted']);

const report = z.object({
  asOf: z.string(),
  rubric: z.unknown(),
  issues: z.array(
    z.looseObject({
      key: z.string(),
      score: z.number().min(0).max(100).nullable(),
      low: z.number(),
      high: z.number(),
      lane,
      because: z.string(),
      horizon: z.string().nullable(),
      lines: z.array(line),
      missing: z.array(z.unknown()),
    }),
  ),
  totals: z.object({
    issues: z.number(),
    open: z.number(),
    scored: z.number(),
    unsorted: z.number(),
    byLane: z.partialRecord(lane, z.number()),
  }),
  cost: z.object({
    jiraCalls: z.number(),
    points: z.number(),
    invocations: z.number(),
    kvsReads: z.number(),
    kvsWrites: z.number(),
    seconds: z.number(),
    standInShare: z.number().min(0).max(1),
    peakMemoryMb: z.number(),
  }),
  secondPass: z.object({ fieldWrites: z.number(), ledgerWrites: z.number() }),
  warnings: z.array(z.string()),
});

export type PilotReport = z.infer<typeof report>;

export async function pilot(...args: readonly string[]): Promise<PilotReport> {
  return report.parse(await pilotAnswer(...args));
}

/** Runs the pilot as a person would and reads its one JSON object. Rejects with what it said on stderr. */
export async function pilotAnswer(...args: readonly string[]): Promise<unknown> {
  const child = spawn('npm', ['run', '--silent', 'pilot', '--', ...args, '--json'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0)
    throw new Error(
      `The pilot ended with exit code ${code ?? 'none'}: ${Buffer.concat(said).toString('utf8')}`,
    );
  return JSON.parse(Buffer.concat(out).toString('utf8')) as unknown;
}
