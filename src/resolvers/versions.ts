import { z } from 'zod';
import type { VersionsContract } from '../contract/versions';
import { exportRubric, importRubric } from '../usecases/rubric-editing/import-export';
import { rollBack } from '../usecases/rubric-editing/submit';
import { listVersions, readVersion } from '../usecases/rubric-editing/versions';
import { asking } from './asking';
import { scopeAsk } from './asks';
import { reason, version } from './rubric-asks';
import type { Handlers } from './surroundings';

/** Longer than any document that can be kept. */
const LONGEST_TEXT = 400_000;

const versionsAsk = scopeAsk.extend({ before: version.nullable() });
const versionAsk = scopeAsk.extend({ version });
const rollbackAsk = scopeAsk.extend({ version, reason, base: version });
const importAsk = scopeAsk.extend({
  text: z.string().max(LONGEST_TEXT, 'is longer than any rubric that can be kept'),
});
const exportAsk = scopeAsk.extend({
  version: version.nullable(),
  format: z.enum(['json', 'yaml']),
});

export const versionsHandlers = {
  'rubric.versions': asking(versionsAsk, ({ project, before }, context) =>
    listVersions(project, before, context),
  ),
  'rubric.version': asking(versionAsk, (ask, context) =>
    readVersion(ask.project, ask.version, context),
  ),
  'rubric.rollback': asking(
    rollbackAsk,
    ({ project, version: wanted, reason: why, base }, context) =>
      rollBack(project, { version: wanted, reason: why, base }, context),
  ),
  'rubric.import': asking(importAsk, ({ project, text }, context) =>
    importRubric(project, text, context),
  ),
  'rubric.export': asking(exportAsk, (ask, context) =>
    exportRubric(
      { project: ask.project, name: ask.projectKey ?? 'site' },
      ask.version,
      ask.format,
      context,
    ),
  ),
} satisfies Handlers<VersionsContract>;
