import type { CalibrationContract } from '../contract/calibration';
import { viewCalibration } from '../usecases/calibration/view-calibration';
import { scopeIn } from './asks';
import type { Handlers } from './surroundings';

export const calibrationHandlers = {
  'calibration.view': async (payload, context) => {
    const { viewer, world, now } = context;
    return viewCalibration(await scopeIn(payload, context), viewer, world, now);
  },
} satisfies Handlers<CalibrationContract>;
