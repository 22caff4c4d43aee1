import { z } from 'zod';
import { Coordinate } from '../../curves/limits';

/** Field names or ids in order of preference: the first that the site has counts. */
export const FieldNames = z.array(z.string().min(1).max(255)).min(1).max(20);

const fromFields = <K extends string>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), fields: FieldNames });
const plain = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind) });

/** Where a criterion's value comes from. System fields go by name or id like any other: `labels`, `Components`, `fixVersions`. */
export const Signal = z.discriminatedUnion('kind', [
  plain('priority'),
  plain('workType'),
  fromFields('number'),
  /** Names of one option or of several; of a cascading field the whole path (`Hardware - Screen`), or else its first part. */
  fromFields('option'),
  /** Account ids. */
  fromFields('user'),
  /** How many labels, components, versions, options or people a field holds. */
  fromFields('count'),
  /** 1 where the field holds anything at all. */
  fromFields('filled'),
  /** Days until the date. */
  fromFields('date'),
  /** `active`, `future` or `none`. */
  plain('sprint'),
  /** Days until the issue's own running agreement is breached, negative afterwards; without `fields` the most pressing of all. */
  z.strictObject({ kind: z.literal('sla'), fields: FieldNames.optional() }),
  /** Votes, plus watchers at a share of a vote each. */
  z.strictObject({ kind: z.literal('interest'), watcher: z.number().min(0).max(1) }),
  plain('comments'),
  /** How often it was reopened. */
  plain('reopened'),
  /** Days since it was created. */
  plain('age'),
  /** Days since its status last changed. */
  plain('timeInStatus'),
  /** Distinct incidents by weight of severity, decaying once resolved. */
  plain('incidents'),
  /** Distinct incidents raised or resolved within so many days. */
  z.strictObject({ kind: z.literal('recurrence'), days: z.number().int().min(1).max(3650) }),
  /** Customers who speak for the issue, each by the strongest evidence. */
  plain('demand'),
  /** Distinct linked support tickets. */
  plain('tickets'),
  /** Distinct linked duplicates. */
  plain('duplicates'),
  /** Open issues that this one blocks. */
  plain('blocks'),
  /** Open issues that block this one. */
  plain('blockedBy'),
  /** Distinct issues, open or not, that are linked by one of these phrases as this issue words them: `is caused by`. */
  z.strictObject({
    kind: z.literal('links'),
    phrases: z.array(z.string().min(1).max(255)).min(1).max(50),
  }),
  /** Days since it was last changed by anyone but Ballast. */
  plain('quiet'),
  /** What people answered when Ballast asked them to rate this criterion on this scale. */
  z.strictObject({ kind: z.literal('rating'), min: Coordinate, max: Coordinate }),
]);
export type Signal = z.infer<typeof Signal>;
