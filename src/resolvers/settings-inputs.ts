import type { SettingsInputsContract } from '../contract/settings-inputs';
import { viewInputs } from '../usecases/rubric-editing/field-usage';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

export const settingsInputsHandlers = {
  'settings.inputs': (payload, context) => viewInputs(scopeAsk.parse(payload).project, context),
} satisfies Handlers<SettingsInputsContract>;
