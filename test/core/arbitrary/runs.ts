/** Cases a property is tried with; a longer run by `PROPERTY_RUNS=20000 npx jest test/core`. */
export const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 1000) };
