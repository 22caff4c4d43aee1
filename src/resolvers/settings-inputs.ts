import type { SettingsInputsContract } from '../contract/settings-inputs';
import { viewInputs } from '../usecases/rubric-editing/field-usage';
import { asking } from './asking';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

export const settingsInputsHandlers = {
  'settings.inputs': asking(scopeAsk, ({ project }, context) => viewInputs(project, context)),
} satisfies Handlers<SettingsInputsContract>;
