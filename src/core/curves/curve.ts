import { z } from 'zod';
import type { DeepReadonly } from '../terms/deep-readonly';
import { AmountCurve, compileAmount } from './amount';
import type { CompiledCurve } from './compiled';
import { compileDateRamp, DateRampCurve } from './date-ramp';
import { compileLinear, LinearCurve } from './linear';
import { compileLog, LogCurve } from './log';
import { compileSaturating, SaturatingCurve } from './saturating';
import { compileSteps, StepsCurve } from './steps';
import { compileTable, TableCurve } from './table';

/** How a signal's value becomes 0–100 points. */
export const Curve = z.discriminatedUnion('kind', [
  TableCurve,
  StepsCurve,
  LinearCurve,
  SaturatingCurve,
  LogCurve,
  DateRampCurve,
  AmountCurve,
]);
export type Curve = z.infer<typeof Curve>;

export function compileCurve(curve: ReadonlyCurve): CompiledCurve {
  switch (curve.kind) {
    case 'table':
      return compileTable(curve);
    case 'steps':
      return compileSteps(curve);
    case 'linear':
      return compileLinear(curve);
    case 'saturating':
      return compileSaturating(curve);
    case 'log':
      return compileLog(curve);
    case 'dateRamp':
      return compileDateRamp(curve);
    case 'amount':
      return compileAmount(curve);
  }
}

type ReadonlyCurve = DeepReadonly<Curve>;
