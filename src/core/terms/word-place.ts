import { z } from 'zod';

/** Where words of an issue may be looked for: its summary (its title), its labels, the names of its components. */
export const WordPlace = z.enum(['summary', 'labels', 'components']);
export type WordPlace = z.infer<typeof WordPlace>;
