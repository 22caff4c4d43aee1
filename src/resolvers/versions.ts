import { z } from 'zod';
import type { VersionsContract } from '../contract/versions';
import { exportRubric, importRubric } from '../usecases/rubric-editing/import-export';
import { rollBack } from '../usecases/rubric-editing/submit';
import { listVersions, readVersion } from '../usecases/rubric-editing/versions';
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
  'rubric.versions': (payload, context) => {
    const { project, before } = versionsAsk.parse(payload);
    return listVersions(project, before, context);
  },
  'rubric.version': (payload, context) => {
    const ask = versionAsk.parse(payload);
    return readVersion(ask.project, ask.version, context);
  },
  'rubric.rollback': (payload, context) => {
    const ask = rollbackAsk.parse(payload);
    return rollBack(ask.project, ask, context);
  },
  'rubric.import': (payload, context) => {
    const { project, text } = importAsk.parse(payload);
    return importRubric(project, text, context);
  },
  'rubric.export': (payload, context) => {
    const ask = exportAsk.parse(payload);
    return exportRubric(ask.project, ask.version, ask.format, context);
  },
} satisfies Handlers<VersionsContract>;
