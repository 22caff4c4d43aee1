/** Cases a property is tried with; a longer run by `npm run test:properties`, with `PROPERTY_RUNS` of one's own. */
export const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 1000) };
