import { z } from 'zod';
import { isSection } from '../usecases/rubric-editing/sections';

export const section = z.string().refine(isSection, 'is no part of a rubric');
export const version = z.number().int().min(0).max(2_000_000_000);
export const reason = z.string().trim().min(1, 'says why').max(1_000);
