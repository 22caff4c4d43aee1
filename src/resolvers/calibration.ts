import type { CalibrationContract } from '../contract/calibration';
import { viewCalibration } from '../usecases/calibration/view-calibration';
import { asking } from './asking';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

export const calibrationHandlers = {
  'calibration.view': asking(scopeAsk, ({ project }, { viewer, world, now }) =>
    viewCalibration(project, viewer, world, now),
  ),
} satisfies Handlers<CalibrationContract>;
