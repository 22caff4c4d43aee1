import { presetNames } from '../../../src/core/rubric/presets/presets';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { isPreset } from '../../../src/core/rubric/document/with-defaults';
import { BadArguments } from '../arguments';
import { rubricDocument } from '../rubric-document';
import type { SignalsArguments } from './signals-arguments';
import { usableRubric } from './usable-rubric';

const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ice: { product: 'ice', mean: 'ice-mean' },
};

/** @throws BadArguments for a preset, option or rubric that cannot be used. */
export async function rubricFor({ preset, option, rubric }: SignalsArguments): Promise<Rubric> {
  const name = presetFor(preset, option);
  const document =
    rubric === null
      ? {}
      : await rubricDocument({ rubric, supportProject: null, incidentType: null });
  const own = document['preset'];
  if (name !== null && own !== undefined && own !== name)
    throw bad(
      `The rubric ${rubric ?? ''} starts from the preset ${JSON.stringify(own)} and the command line from ${name}: say one of them`,
    );
  return usableRubric(name === null ? document : { preset: name, ...document });
}

function presetFor(preset: string | null, option: string | null): string | null {
  if (preset === null) {
    if (option !== null) throw bad('--option needs --preset');
    return null;
  }
  if (!isPreset(preset)) throw bad(`No preset is called ${preset}: use ${presetNames.join(', ')}`);
  if (option === null) return preset;
  const known = options[preset] ?? {};
  const chosen = Object.hasOwn(known, option) ? known[option] : undefined;
  if (chosen !== undefined) return chosen;
  const names = Object.keys(known);
  throw bad(
    names.length === 0
      ? `The preset ${preset} has no options`
      : `The preset ${preset} has no option ${option}: use ${names.join(' or ')}`,
  );
}

function bad(what: string): BadArguments {
  return new BadArguments(what, { showUsage: false });
}
