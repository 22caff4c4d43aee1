import { z } from 'zod';

/** The request bodies that @forge/kvs 1.6 sends to `/api/v1/…` (its `interfaces/kvs-api.d.ts`). */
const metadataFields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'])).optional();
const ttl = z.object({
  value: z.number(),
  unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});
const setOptions = z
  .strictObject({
    ttl: ttl.optional(),
    keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
    returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
    returnMetadataFields: metadataFields,
  })
  .optional();
const getOptions = z.strictObject({ metadataFields }).optional();

const where = z.object({ condition: z.string(), values: z.array(z.unknown()) });
const filter = where.extend({ property: z.string() });
const filters = z.union([
  z.strictObject({ and: z.array(filter).min(1) }),
  z.strictObject({ or: z.array(filter).min(1) }),
]);

export const getRequest = z.strictObject({
  key: z.string(),
  entityName: z.string().optional(),
  options: getOptions,
});
export const setRequest = z.strictObject({
  key: z.string(),
  entityName: z.string().optional(),
  value: z.unknown(),
  options: setOptions,
});
export const deleteRequest = z.strictObject({ key: z.string(), entityName: z.string().optional() });
export const queryRequest = z.strictObject({
  limit: z.number().int().optional(),
  after: z.string().optional(),
  where: z.array(filter).max(1).optional(),
  options: getOptions,
});
export const entityQueryRequest = z.strictObject({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.unknown()).optional(),
  range: where.optional(),
  filters: filters.optional(),
  sort: z.enum(['ASC', 'DESC']).optional(),
  limit: z.number().int().optional(),
  cursor: z.string().optional(),
  options: getOptions,
});
const conditioned = { conditions: filters.optional() };
export const transactionRequest = z.strictObject({
  set: z.array(setRequest.extend(conditioned)).default([]),
  delete: z.array(deleteRequest.extend(conditioned)).default([]),
  check: z.array(deleteRequest.extend(conditioned)).default([]),
});
export const batchGetRequest = z.array(getRequest);
export const batchSetRequest = z.array(setRequest);
export const batchDeleteRequest = z.array(deleteRequest);

export type Ttl = z.infer<typeof ttl>;
export type SetOptions = z.infer<typeof setOptions>;
export type Where = z.infer<typeof where>;
export type Filters = z.infer<typeof filters>;
export type SetRequest = z.infer<typeof setRequest>;
export type QueryRequest = z.infer<typeof queryRequest>;
export type EntityQueryRequest = z.infer<typeof entityQueryRequest>;
