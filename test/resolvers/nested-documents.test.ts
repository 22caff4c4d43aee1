import { settingsSite } from '../app/settings-site';
import { nestedTooDeep } from '../../src/core/rubric/document/document-depth';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';

/** A rubric with one setting so many levels deep. */
function nested(levels: number, kind: 'list' | 'object'): unknown {
  let inner: unknown = 1;
  for (let n = 0; n < levels; n += 1) inner = kind === 'list' ? [inner] : { a: inner };
  return { ...defaultRubric, criteria: inner };
}

const QUESTIONS = [
  ['draft.save', { base: 0, seen: 0 }],
  ['rubric.preview', {}],
  ['rubric.cost', {}],
  ['rubric.publish', { reason: 'why not' }],
] as const;

it('is told of a document of any depth without running out of stack', () => {
  expect(nestedTooDeep(nested(100_000, 'object'))).toBe(true);
  expect(nestedTooDeep(defaultRubric)).toBe(false);
});

describe('a draft that is nested more deeply than storage takes', () => {
  it.each(
    QUESTIONS.flatMap(([question, more]) =>
      [24, 31, 33, 60, 1_000].map((levels) => [question, levels, more] as const),
    ),
  )('is refused in words by %s, %i levels deep', async (question, levels, more) => {
    const site = settingsSite([{}]);
    site.dev.announceInstalled();
    await site.settle();
    for (const kind of ['list', 'object'] as const) {
      const document = nested(levels, kind);
      const reply = (await site.dev.host.invoke({
        resolverFunction: 'resolver',
        functionKey: question,
        payload: { project: null, document, ...more },
        context: {},
        accountId: 'acc-ada',
      })) as { readonly ok: boolean; readonly refusal?: { readonly what: string } };
      // One that can be kept is kept, or has problems of its own.
      if (levels > 25)
        expect(reply.refusal?.what).toBe('This draft is nested more deeply than any rubric');
      else expect(reply.ok).toBe(true);
    }
  });
});
