import type { FieldFacts, SettingsInputs } from '../../../../../../../src/contract/settings-inputs';
import { listAt, numberAt, textAt, type RubricDocument } from '../../draft/document-path';
import { curvesFor, freshCurve } from '../curves/curve-kinds';
import { fieldText } from './field-text';
import { idFor } from './new-ids';
import { isSignalKind, kindNames, signalKinds } from './signal-kinds';
import { freshSignal } from './signal-settings';

/** Something that could count: a field of the site, or what Ballast knows of every issue. */
export interface Countable {
  readonly value: string;
  readonly label: string;
  readonly about: string;
  readonly signal: string;
  readonly field: FieldFacts | null;
}

/** Fields first, those most often filled on top, as they come; then everything else. */
export function countables(facts: SettingsInputs | undefined): readonly Countable[] {
  const fields = (facts?.fields ?? []).flatMap((field) =>
    field.signal === null
      ? []
      : [
          {
            value: `field:${field.id}`,
            label: field.name,
            about: fieldText(field),
            signal: field.signal,
            field,
          },
        ],
  );
  const others = kindNames
    .filter((kind) => signalKinds[kind].group !== 'A field of the issue' || facts === undefined)
    .map((kind) => ({
      value: kind,
      label: signalKinds[kind].label,
      about: signalKinds[kind].help,
      signal: kind,
      field: null,
    }));
  return [...fields, ...others];
}

/** A criterion over it, with a curve through today's values and the weight that criteria have on average. */
export function newCriterion(
  document: RubricDocument,
  { label, signal, field }: Countable,
  pillar: string,
): RubricDocument {
  const criteria = listAt(document, ['criteria']);
  const method = textAt(document, ['method', 'kind']);
  const kind = isSignalKind(signal) ? signal : 'number';
  const weights = criteria
    .map((criterion) => numberAt(criterion, ['weight']) ?? 0)
    .filter((weight) => weight > 0);
  const average =
    weights.length === 0 ? 10 : weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const arithmetic = method === 'formula' || method === 'matrix';
  const possible = curvesFor(kind, arithmetic);
  return {
    id: idFor(
      label,
      criteria.map((criterion) => textAt(criterion, ['id'])),
      'criterion',
    ),
    pillar,
    label: label.slice(0, 80),
    signal: freshSignal(kind, field === null ? [] : [field.name]),
    curve: freshCurve(
      (arithmetic ? possible.at(-1) : possible[0]) ?? 'linear',
      kind,
      undefined,
      field?.samples,
    ),
    weight: Math.max(0.001, Math.round(average * 10) / 10),
    absence: signalKinds[kind].linked ? 'zero' : 'unknown',
    ifSiteHas: false,
  };
}
