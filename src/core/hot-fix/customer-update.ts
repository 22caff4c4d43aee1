/** How far a fix is, as customers are told. */
export const UPDATE_STATUSES = {
  investigating: 'We are looking into it and do not know the cause yet.',
  found: 'We have found the cause and are working on a fix.',
  testing: 'A fix is ready and being tested.',
  resolved: 'It is resolved.',
} as const;
export type UpdateStatus = keyof typeof UPDATE_STATUSES;

export interface UpdateFacts {
  readonly status: UpdateStatus;
  /** When it is expected to be resolved, as people read it; empty when nobody knows. */
  readonly expected: string;
  /** What customers can do until then; empty for nothing. */
  readonly workaround: string;
}

/** A text in plain language for a person to read and change before anybody gets it. */
export function draftUpdate({ status, expected, workaround }: UpdateFacts): string {
  const done = status === 'resolved';
  return [
    'Hello,',
    `this is about the problem that you reported to us. ${UPDATE_STATUSES[status]}`,
    ...(done
      ? []
      : [
          expected.trim() === ''
            ? 'We cannot say yet when it will be resolved.'
            : `We expect it to be resolved by ${expected.trim()}.`,
        ]),
    ...(workaround.trim() === ''
      ? []
      : [`${done ? 'What you can do now' : 'What you can do until then'}: ${workaround.trim()}`]),
    done ? 'Please tell us if you still see it.' : 'We will write again as soon as there is news.',
  ].join('\n\n');
}
