import { z } from 'zod';
import { nestedTooDeep } from '../core/rubric/document/document-depth';
import { isSection } from '../usecases/rubric-editing/sections';

/** A rubric as somebody works on it, broken or not, as long as it can be kept. */
export const rubricDocument = z.unknown().refine((given) => !nestedTooDeep(given), {
  error: 'is nested more deeply than any rubric: take brackets or levels away',
});
export const section = z.string().refine(isSection, 'is no part of a rubric');
export const version = z.number().int().min(0).max(2_000_000_000);
export const reason = z.string().trim().min(1, 'says why').max(1_000);
