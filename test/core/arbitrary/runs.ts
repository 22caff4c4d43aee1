/** Cases a property is tried with: few beside the other tests, 1,000 in `.ci/run`, more by `npm run test:properties`. */
export const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) };
