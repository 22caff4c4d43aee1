import type { FieldFacts } from '../../../../../../../src/contract/settings-inputs';
import { percent } from '../../../../shared/text/format-number';
import { shorten } from '../../../../shared/text/visible-text';

/** `number · set on 62 % of 214 open issues · for example 3, 8, 13`. */
export function fieldText({
  type,
  filled,
  samples,
}: Pick<FieldFacts, 'type' | 'filled' | 'samples'>): string {
  const examples = samples
    .slice(0, 3)
    .map((sample) => shorten(sample, 24))
    .join(', ');
  return [
    type,
    ...(filled === null ? [] : [filledText(filled)]),
    ...(examples === '' ? [] : [`for example ${examples}`]),
  ].join(' · ');
}

/** `set on 62 % of 214 open issues`. */
export function filledText({ share, of }: NonNullable<FieldFacts['filled']>): string {
  return `set on ${percent(share)} ${of}`;
}
