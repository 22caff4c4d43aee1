import { currentSchema } from '../schema/schema';

type Document = Readonly<Record<string, unknown>>;

/** What each older format lacked, said so that the document means what it meant. */
const steps: Readonly<Record<number, (document: Document) => Document>> = {
  // Format 1 knew one method; capacity, decision rights, votes, MoSCoW and post-mortems were as the default has them.
  1: (document) => ({ method: { kind: 'pillars' }, ...document, schema: 2 }),
  // Format 2 let an override hold for a year and move a score as far as it goes.
  2: (document) => ({
    overrides: {
      laneDays: 366,
      pointsDays: 366,
      declineDays: 366,
      pauseDays: 366,
      overCapDays: 366,
      points: 100,
    },
    ...document,
    schema: 3,
  }),
};

/** A document in an older format brought up to the current one; any other is returned as it is, for the checks to judge. */
export function migrated(document: Document): Document {
  let current = document;
  for (
    let at = current['schema'];
    typeof at === 'number' && at < currentSchema;
    at = current['schema']
  ) {
    const step = steps[at];
    if (step === undefined) return current;
    current = step(current);
  }
  return current;
}
