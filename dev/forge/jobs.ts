/** Progress of the events that one push put on a queue. */
export interface JobStats {
  readonly success: number;
  readonly inProgress: number;
  readonly failed: number;
}

export interface Jobs {
  open(queueName: string, jobId: string, events: number): void;
  settle(queueName: string, jobId: string, result: 'success' | 'failed'): void;
  /** False when there is no such job. Its events that have not started are dropped. */
  cancel(queueName: string, jobId: string): boolean;
  isCancelled(queueName: string, jobId: string): boolean;
  stats(queueName: string, jobId: string): JobStats | undefined;
}

/** Finished jobs are forgotten, oldest first, beyond this many: a long import pushes tens of thousands. */
const REMEMBERED = 10_000;

interface Job {
  success: number;
  failed: number;
  readonly events: number;
  cancelled: boolean;
}

export function jobs(): Jobs {
  const all = new Map<string, Job>();
  const name = (queueName: string, jobId: string): string => `${queueName} ${jobId}`;
  const forgetOldest = (): void => {
    for (const [key, job] of all) {
      if (all.size <= REMEMBERED) return;
      if (job.success + job.failed < job.events) return;
      all.delete(key);
    }
  };
  return {
    open(queueName, jobId, events) {
      all.set(name(queueName, jobId), { success: 0, failed: 0, events, cancelled: false });
      forgetOldest();
    },
    settle(queueName, jobId, result) {
      const job = all.get(name(queueName, jobId));
      if (job) job[result] += 1;
    },
    cancel(queueName, jobId) {
      const job = all.get(name(queueName, jobId));
      if (job) job.cancelled = true;
      return job !== undefined;
    },
    isCancelled: (queueName, jobId) => all.get(name(queueName, jobId))?.cancelled ?? false,
    stats(queueName, jobId) {
      const job = all.get(name(queueName, jobId));
      return (
        job && {
          success: job.success,
          failed: job.failed,
          inProgress: job.events - job.success - job.failed,
        }
      );
    },
  };
}
