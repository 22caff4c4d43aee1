import type { SettingsInputs } from '../../../../../../../src/contract/settings-inputs';
import type { Distribution } from '../../../../../../../src/core/calibration/distribution';
import { same } from '../../../../../../../src/core/rubric/document/difference';
import { sameName } from '../../../../../../../src/core/text/same-name';
import type { Rubric } from '../../../../../../../src/core/rubric/schema/schema';
import { namesAt, readAt, textAt } from '../../draft/document-path';

/** How today's values of a criterion are spread. */
export interface Spread {
  readonly of: Distribution;
  /** Over the issues edited last alone, where the ledger does not hold it yet. */
  readonly sample: boolean;
}

/** Of the ledger where the rubric in force judges by the same signal, else of the sample of the field; undefined when neither tells. */
export function todaysSpread(
  criterion: unknown,
  facts: SettingsInputs | undefined,
  inForce: Rubric,
): Spread | undefined {
  if (facts === undefined) return undefined;
  const id = textAt(criterion, ['id']);
  const signal = readAt(criterion, ['signal']);
  const { [id]: scored } = facts.distributions;
  if (
    scored !== undefined &&
    scored.known + scored.unknown > 0 &&
    same(inForce.criteria.find((one) => one.id === id)?.signal, signal)
  )
    return { of: scored, sample: false };
  const kind = textAt(criterion, ['signal', 'kind']);
  const wanted = namesAt(criterion, ['signal', 'fields']).map(sameName);
  const field = facts.fields.find(
    (one) =>
      one.signal === kind &&
      one.spread !== null &&
      (wanted.includes(sameName(one.name)) || wanted.includes(sameName(one.id))),
  );
  return field?.spread == null ? undefined : { of: field.spread, sample: true };
}
