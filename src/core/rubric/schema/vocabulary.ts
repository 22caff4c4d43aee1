import { z } from 'zod';

const Meaning = z.string().max(500).default('');

/** What the team means by its lanes, in its own words: the definition of a critical fix, of a strategic bet. Empty: not said. */
export const Vocabulary = z.strictObject({
  'hot fix': Meaning,
  stability: Meaning,
  'feature improvement': Meaning,
  'strategic bet': Meaning,
});
export type Vocabulary = Readonly<z.infer<typeof Vocabulary>>;

export const defaultVocabulary = {
  'hot fix': '',
  stability: '',
  'feature improvement': '',
  'strategic bet': '',
} as const;
