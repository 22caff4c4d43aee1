import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Section } from '../../../src/core/rubric/document/inherit';
import { applyStagedChange } from '../../../static/ui/src/surfaces/settings/staged-change/apply-staged-change';
import type { RubricDocument } from '../../../static/ui/src/surfaces/settings/draft/document-path';

function aDraft(document: RubricDocument = { ...defaultRubric, name: 'Mine' }) {
  const steps: {
    readonly document: RubricDocument;
    readonly inherits: readonly Section[] | undefined;
  }[] = [];
  const inherits: readonly Section[] = ['criteria', 'bands'];
  return {
    draft: {
      document,
      inherits,
      inheritance: null,
      change: (next: RubricDocument, _?: string | null, follows?: readonly Section[]) => {
        steps.push({ document: next, inherits: follows });
      },
    },
    steps,
  };
}

const weightIn = (document: RubricDocument | undefined, id: string) =>
  (document as typeof defaultRubric | undefined)?.criteria.find((one) => one.id === id)?.weight;

describe('a suggestion put into a draft', () => {
  it('changes that weight alone, in one step, and says the shares; the part is the project’s own from then on', () => {
    const { draft, steps } = aDraft();
    const done = applyStagedChange(draft, {
      criterion: 'incidents',
      label: 'Incidents',
      weight: 36,
    });
    expect(done).toMatchObject({ what: 'weight applied', label: 'Incidents' });
    expect(done.what === 'weight applied' && (done.to ?? 0) > (done.from ?? 0)).toBe(true);
    expect(steps).toHaveLength(1);
    expect([
      weightIn(steps[0]?.document, 'incidents'),
      weightIn(steps[0]?.document, 'priority'),
      steps[0]?.document['name'],
      steps[0]?.inherits,
    ]).toEqual([36, 30, 'Mine', ['bands']]);
  });

  it('leaves a criterion out where it had better be', () => {
    const { draft, steps } = aDraft();
    expect(
      applyStagedChange(draft, { criterion: 'interest', label: 'Votes and watchers', weight: 0 }),
    ).toMatchObject({ what: 'weight applied', to: null });
    expect(weightIn(steps[0]?.document, 'interest')).toBeUndefined();
  });

  it('changes nothing where the draft says so already, or has no such criterion', () => {
    const { draft, steps } = aDraft();
    expect(
      applyStagedChange(draft, { criterion: 'incidents', label: 'Incidents', weight: 18 }),
    ).toMatchObject({ what: 'not applied', because: 'Your draft says so already.' });
    expect(applyStagedChange(draft, { criterion: 'moon', label: 'Moon', weight: 1 })).toMatchObject(
      {
        what: 'not applied',
      },
    );
    expect(steps).toEqual([]);
  });

  it('takes an earlier version as a whole, which follows the site only where that still says the same', () => {
    const changed = {
      ...defaultRubric,
      name: 'Of last year',
      bands: { ...defaultRubric.bands, immediate: 90 },
    };
    let taken: unknown = null;
    const site = {
      version: 3,
      document: { ...defaultRubric, effort: { ...defaultRubric.effort, k: 0 } },
    };
    const draft = {
      document: { ...defaultRubric },
      inherits: [],
      inheritance: { sections: [], site, behind: null },
      change: (document: unknown, what?: unknown, inherits?: unknown) => {
        taken = [document, what, inherits];
      },
    };
    expect(
      applyStagedChange(draft, { version: 2, document: changed, inherits: ['effort', 'urgency'] }),
    ).toEqual({ what: 'version applied', version: 2 });
    expect(taken).toEqual([changed, null, ['urgency']]);
  });
});
