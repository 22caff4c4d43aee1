import { z } from 'zod';
import { nestedTooDeep } from '../usecases/rubric/size-limit';
import { NotKept } from '../usecases/ports/failures';
import { isSection } from '../usecases/rubric-editing/sections';

/** A rubric as somebody works on it, broken or not, as long as it can be kept. */
export const rubricDocument = z.unknown().superRefine((given) => {
  if (nestedTooDeep(given))
    throw new NotKept(
      'This draft is nested more deeply than any rubric',
      'Take brackets or levels away, then try again.',
    );
});
export const section = z.string().refine(isSection, 'is no part of a rubric');
export const version = z.number().int().min(0).max(2_000_000_000);
export const reason = z.string().trim().min(1, 'says why').max(1_000);
