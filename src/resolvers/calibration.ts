import type { CalibrationView } from '../contract/calibration';
import { viewCalibration } from '../usecases/calibration/view-calibration';
import { scopeAsk } from './jobs';
import type { Surroundings } from './resolver';

/** `calibration.view` */
export async function answerCalibrationView(
  payload: unknown,
  { viewer, world, now }: Surroundings,
): Promise<CalibrationView> {
  return viewCalibration(scopeAsk.parse(payload).project, viewer, world, now);
}
