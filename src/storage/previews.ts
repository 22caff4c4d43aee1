import { kvs } from '@forge/kvs';
import type { Previews } from '../usecases/ports/previews';
import { guarded } from './guarded';

const DRAFT = 'preview-draft:';
/** With the shape of what is kept: one of an older shape is forgotten, as after its day. */
const RESULT = 'preview-2:';
const KEPT = { ttl: { value: 1, unit: 'DAYS' } } as const;

export function kvsPreviews(): Previews {
  return {
    draft: async (jobId) =>
      (await guarded('reading a draft to preview', () => kvs.get(DRAFT + jobId))) ?? null,
    keepDraft: (jobId, draft) =>
      guarded('keeping a draft to preview', () => kvs.set(DRAFT + jobId, draft, KEPT)),
    result: async (jobId) =>
      (await guarded('reading a preview', () => kvs.get(RESULT + jobId))) ?? null,
    keepResult: (jobId, result) =>
      guarded('keeping a preview', () => kvs.set(RESULT + jobId, result, KEPT)),
  };
}
