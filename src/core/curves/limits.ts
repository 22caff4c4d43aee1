import { z } from 'zod';

/**
 * The largest number that is reckoned with, either way; beyond it an amount counts as this much. Whole numbers are exact up to
 * here, and twenty such factors still make a number: so no arithmetic that a rubric allows ends in none.
 */
export const GREATEST = 1e15;

/** The least amount that is above 0: as a divisor, and as a factor of divisors, it never comes to 0. */
export const FINEST = 1e-9;

/** A number that a curve or a scale may stand on. */
export const Coordinate = z.number().min(-GREATEST).max(GREATEST);
export const PositiveCoordinate = z.number().positive().max(GREATEST);
