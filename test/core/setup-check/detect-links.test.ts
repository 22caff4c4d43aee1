import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { detectLinks, type LinkWords } from '../../../src/core/setup-check/detect-links';

const type = (outward: string, inward: string, name = 'A type'): LinkWords => ({
  name,
  outward,
  inward,
});
const nothing = { phrases: [], blockedByPhrases: [] };
const proposal = (...types: readonly LinkWords[]) => detectLinks(types, nothing);

describe('links by which one issue waits for another', () => {
  it.each([
    ['blocks', 'is blocked by'],
    ['is depended upon by', 'depends upon'],
    ['is depended on by', 'depends on'],
    ['is required by', 'requires'],
    ['is needed by', 'needs'],
    ['is a prerequisite for', 'has prerequisite'],
    ['Is Prerequisite Of', 'has as a prerequisite'],
    ['has to be done before', 'has to be done after'],
    ['must be finished before', 'must be finished after'],
    ['blockiert', 'wird blockiert von'],
    ['est un prérequis pour', 'nécessite'],
    ['bloquea', 'está bloqueado por'],
  ])('are those that say “%s” and “%s”, whichever way round', (awaited, waiting) => {
    const found = { phrases: [awaited], blockedByPhrases: [waiting] };
    expect(proposal(type(awaited, waiting)).blockers).toEqual(found);
    expect(proposal(type(waiting, awaited)).blockers).toEqual(found);
  });

  it('are told at both ends where one of them says it', () => {
    expect(proposal(type('is a foundation of', 'depends on', 'Foundation'))).toMatchObject({
      blockers: { phrases: ['is a foundation of'], blockedByPhrases: ['depends on'] },
      detected: [
        {
          setting: 'blockers.blockedByPhrases',
          name: 'depends on',
          why: 'links of the type “Foundation” say so of an issue that waits for another',
        },
        {
          setting: 'blockers.phrases',
          name: 'is a foundation of',
          why: 'links of the type “Foundation” say so of an issue that another waits for',
        },
      ],
    });
  });

  it.each([
    ['relates to', 'relates to'],
    ['depends on', 'depends on'],
    ['duplicates', 'is duplicated by'],
    ['clones', 'is cloned by'],
    ['causes', 'is caused by'],
    ['no longer depends on', 'was once a dependency'],
    ['blocks', 'blocks'],
    ['unblocks', 'is unblocked by'],
    ['depends on', 'requires'],
  ])('are not those that say “%s” and “%s”', (outward, inward) => {
    expect(proposal(type(outward, inward)).detected).toEqual([]);
  });

  it('are added to what the rubric has, each once', () => {
    const { blockers, detected } = detectLinks(
      [
        type('Is Required By', 'requires'),
        type('is demanded by', 'needs', 'One'),
        type('is demanded by', 'needs', 'Another'),
      ],
      { phrases: ['is required by', 'comes before'], blockedByPhrases: ['requires'] },
    );
    expect(blockers).toEqual({
      phrases: ['is required by', 'comes before', 'is demanded by'],
      blockedByPhrases: ['requires', 'needs'],
    });
    expect(detected).toHaveLength(2);
  });

  it('are mostly known to the default rubric', () => {
    const usual = [
      type('blocks', 'is blocked by'),
      type('is depended upon by', 'depends upon'),
      type('is depended on by', 'depends on'),
      type('is required by', 'requires'),
    ];
    expect(detectLinks(usual, defaultRubric.blockers).detected).toEqual([]);
  });
});

describe('links that tell of regressions', () => {
  it('are found at both ends, and proposed for a criterion', () => {
    expect(
      proposal(
        type('causes', 'is caused by'),
        type('breaks', 'is broken by'),
        type('is a regression of', 'has regression'),
        type('relates to', 'relates to'),
      ).regressions,
    ).toEqual([
      'is caused by',
      'causes',
      'is broken by',
      'breaks',
      'has regression',
      'is a regression of',
    ]);
  });
});
