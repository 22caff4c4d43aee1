import type { SettingsInputsContract } from '../contract/settings-inputs';
import { viewInputs } from '../usecases/rubric-editing/field-usage';
import { scopeIn } from './asks';
import type { Handlers } from './surroundings';

export const settingsInputsHandlers = {
  'settings.inputs': async (payload, context) =>
    viewInputs(await scopeIn(payload, context), context),
} satisfies Handlers<SettingsInputsContract>;
