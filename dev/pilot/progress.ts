import { Presets, SingleBar } from 'cli-progress';

/** A bar on a terminal's error stream; silent elsewhere, so that `--json` stays clean in a pipe. */
export function progressBar(
  label: string,
  total: number,
): { readonly update: (done: number) => void; readonly stop: () => void } {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { format: `${label} {bar} {value}/{total}`, stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return {
    update: (done) => {
      bar.update(Math.min(done, total));
    },
    stop: () => {
      bar.stop();
    },
  };
}
