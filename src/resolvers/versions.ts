import { z } from 'zod';
import type { VersionsContract } from '../contract/versions';
import { exportRubric, importRubric } from '../usecases/rubric-editing/import-export';
import { rollBack } from '../usecases/rubric-editing/submit';
import { listVersions, readVersion } from '../usecases/rubric-editing/versions';
import { scopeAsk, scopeOf } from './asks';
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
  'rubric.versions': async (payload, context) => {
    const { before, ...ask } = versionsAsk.parse(payload);
    return listVersions(await scopeOf(ask, context), before, context);
  },
  'rubric.version': async (payload, context) => {
    const ask = versionAsk.parse(payload);
    return readVersion(await scopeOf(ask, context), ask.version, context);
  },
  'rubric.rollback': async (payload, context) => {
    const { project, ...ask } = rollbackAsk.parse(payload);
    return rollBack(await scopeOf({ project }, context), ask, context);
  },
  'rubric.import': async (payload, context) => {
    const { text, ...ask } = importAsk.parse(payload);
    return importRubric(await scopeOf(ask, context), text, context);
  },
  'rubric.export': async (payload, context) => {
    const ask = exportAsk.parse(payload);
    const project = ask.project === null ? null : await context.projectOf(ask.project);
    return exportRubric(project, ask.version, ask.format, context);
  },
} satisfies Handlers<VersionsContract>;
