import { z } from 'zod';
import { perWorkLane } from '../../terms/lane';

const Meaning = z.string().max(500).default('');

/** What the team means by its lanes, in its own words: the definition of a critical fix, of a strategic bet. Empty: not said. */
export const Vocabulary = z.strictObject(perWorkLane(() => Meaning));
export type Vocabulary = Readonly<z.infer<typeof Vocabulary>>;

export const defaultVocabulary: Vocabulary = perWorkLane(() => '');
