import type { LogLine, PostMortem } from '../core/post-mortem/post-mortem';

/** Its log was kept as sentences. */
export type PostMortemFirstForm = Omit<PostMortem, 'log'> & {
  readonly log: readonly (Pick<LogLine, 'at' | 'by'> & { readonly what: string })[];
};

/** The same record with what was done put as it was put then. */
export function fromFirstForm({ log, ...rest }: PostMortemFirstForm): PostMortem {
  return {
    ...rest,
    log: log.map(({ at, by, what }) => ({ at, by, entry: { kind: 'recorded', text: what } })),
  };
}
