import type { PresetName } from '../../../../../../../src/core/rubric/presets/presets';

/** What each preset is for, in a sentence. */
export const presetText: Readonly<
  Record<PresetName, { readonly label: string; readonly help: string }>
> = {
  pillars: {
    label: 'Three pillars',
    help: 'Business value, customer impact and technical risk, per unit of effort. Works with what most projects have.',
  },
  rice: { label: 'RICE', help: 'Reach × impact × confidence ÷ effort.' },
  wsjf: { label: 'WSJF', help: 'Cost of delay ÷ job size, from relative estimates.' },
  cd3: { label: 'CD3', help: 'Cost of delay in money ÷ duration.' },
  ice: { label: 'ICE', help: 'Impact × confidence × ease.' },
  'ice-mean': { label: 'ICE, mean', help: 'The mean of impact, confidence and ease.' },
  weighted: { label: 'Weighted scoring', help: 'Ratings of 0 to 10 and how much each one counts.' },
  'value-effort': { label: 'Value ÷ effort', help: 'Two numbers a piece of work.' },
  'user-pain': { label: 'User pain', help: 'For bugs: type × likelihood × priority.' },
  'impact-urgency': { label: 'Impact × urgency', help: 'Service management’s table.' },
  custom: {
    label: 'A formula of your own',
    help: 'Begin with two criteria and write the arithmetic.',
  },
};
