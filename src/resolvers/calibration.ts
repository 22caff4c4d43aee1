import type { CalibrationContract } from '../contract/calibration';
import { viewCalibration } from '../usecases/calibration/view-calibration';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

export const calibrationHandlers = {
  'calibration.view': (payload, { viewer, world, now }) =>
    viewCalibration(scopeAsk.parse(payload).project, viewer, world, now),
} satisfies Handlers<CalibrationContract>;
