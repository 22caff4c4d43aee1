import fc from 'fast-check';
import { methodRubrics } from './methods';
import { pillarRubrics } from './rubric';

/** Any rubric that passes its checks, whatever its method. */
export const rubrics = fc.oneof(pillarRubrics, methodRubrics);
