import { z } from 'zod';

const index = z.union([
  z.string(),
  z.object({
    name: z.string(),
    partition: z.array(z.string()).optional(),
    range: z.array(z.string()).length(1),
  }),
]);
/** A storage entity as manifest.yml declares it. */
export const entity = z.object({
  name: z.string(),
  attributes: z.record(
    z.string(),
    z.object({ type: z.enum(['string', 'boolean', 'float', 'integer', 'any']) }),
  ),
  indexes: z.array(index).default([]),
});
export type EntityDeclaration = z.infer<typeof entity>;

/** Error handling for the Custom Entity Store, ENTITY_TYPE_TOO_SHORT to INVALID_ENTITY_TYPE. */
const ENTITY_NAME = /^(?![.-])(?!.*\.{2})[a-z0-9:\-.]*(?<![.])$/;
const ENTITY_NAME_LENGTH = [3, 60] as const;
const INDEX_NAME_LENGTH = [3, 50] as const;
const MOST_ENTITIES = 20;

/** What the platform refuses of storage entities when the app is deployed. */
export function entityProblems(entities: readonly EntityDeclaration[]): readonly string[] {
  return [
    ...(entities.length > MOST_ENTITIES
      ? [`${entities.length} storage entities; ${MOST_ENTITIES} are allowed`]
      : []),
    ...entities.flatMap((entity) => [...nameProblems(entity), ...indexProblems(entity)]),
  ];
}

function nameProblems({ name }: EntityDeclaration): readonly string[] {
  const [shortest, longest] = ENTITY_NAME_LENGTH;
  if (name.length < shortest || name.length > longest)
    return [`entity ${name} needs a name of ${shortest} to ${longest} characters`];
  return ENTITY_NAME.test(name)
    ? []
    : [`the name of entity ${name} does not match ${ENTITY_NAME.source}`];
}

function indexProblems({
  name: entity,
  attributes,
  indexes,
}: EntityDeclaration): readonly string[] {
  return indexes.flatMap((index) => {
    const {
      name,
      partition = [],
      range,
    } = typeof index === 'string' ? { name: index, range: [index] } : index;
    const [shortest, longest] = INDEX_NAME_LENGTH;
    const named = typeof index !== 'string';
    return [
      ...(named && (name.length < shortest || name.length > longest)
        ? [`index ${name} of ${entity} needs a name of ${shortest} to ${longest} characters`]
        : []),
      ...[...partition, ...range]
        .filter((attribute) => attributes[attribute]?.type === 'any')
        .map(
          (attribute) =>
            `index ${name} of ${entity} is on ${attribute}, of the type any, which no index takes`,
        ),
    ];
  });
}
