import {
  asSentence,
  effectSentence,
  lineSentence,
  pendingSentence,
  rangeSentence,
  rationale,
} from '../../../static/ui/src/shared/text/sentences';
import { aLine, aMissing, aView } from '../a-view';

const { bands } = aView();

describe('the score in sentences', () => {
  it('says that Jira’s fields are being updated, and nothing once they are', () => {
    expect(pendingSentence({ fields: { score: 40.25 } })).toBe(
      "Jira's fields are being updated. They still show a score of 40.3.",
    );
    expect(pendingSentence({ fields: { score: null } })).toBe("Jira's fields are being updated.");
    expect([pendingSentence({ fields: null }), pendingSentence(null)]).toEqual(['', '']);
  });

  it('says how far the score may move and why', () => {
    expect(rangeSentence(aView({ low: 74, high: 87, missing: [aMissing()] }))).toBe(
      'Between 74 and 87: 1 input is unknown',
    );
    expect(
      rangeSentence(
        aView({ low: 74, high: 87.5, missing: [aMissing(), aMissing({ id: 'votes' })] }),
      ),
    ).toBe('Between 74 and 87.5: 2 inputs are unknown');
    const aged = aMissing({ id: 'value', why: { kind: 'aged', days: 900, share: 32 } });
    expect(
      rangeSentence(
        aView({ low: 74, high: 87.5, missing: [aMissing(), aged, { ...aged, id: 'x' }] }),
      ),
    ).toBe('Between 74 and 87.5: 1 input is unknown, 2 have aged');
    expect(rangeSentence(aView({ low: 74, high: 87.5, missing: [aged] }))).toBe(
      'Between 74 and 87.5: 1 input has aged',
    );
    expect(rangeSentence(aView())).toBe('Exact: every input is known');
    expect(rangeSentence(aView({ missing: [aMissing()] }))).toBe(
      'Exact, although 1 input is unknown',
    );
    expect(rangeSentence(aView({ low: 40, high: 60, missing: [] }))).toBe(
      'Between 40 and 60: an issue it blocks has unknown inputs',
    );
  });

  it('says whether learning an input could change the band', () => {
    expect(effectSentence(aMissing({ low: 60, high: 87 }), bands)).toBe(
      'Learning it could put the score anywhere from 60 to 87, from “soon” to “immediate”.',
    );
    expect(effectSentence(aMissing({ low: 74, high: 87 }), bands)).toBe(
      'Learning it could put the score anywhere from 74 to 87; it stays “immediate” either way.',
    );
    expect(effectSentence(aMissing({ low: 74, high: 87 }), [])).toBe(
      'Learning it could put the score anywhere from 74 to 87.',
    );
    expect(effectSentence(aMissing({ low: 74, high: 74 }), bands)).toBe(
      'Learning it leaves the score at 74.',
    );
  });

  it('names a line’s sources with their keys once', () => {
    const from = [{ kind: 'waits', ref: { key: 'INC-41' } }, { kind: 'agreement' }] as const;
    expect(lineSentence(aLine({ label: 'Incidents', contribution: 24.1, from }))).toBe(
      'Incidents: +24.1 points (INC-41 waits for this issue, service agreement).',
    );
    expect(lineSentence(aLine({ label: 'Effort', contribution: -9.4 }))).toBe(
      'Effort: −9.4 points.',
    );
  });

  it('tells the whole rationale, strongest line first, and the sum', () => {
    const lines = [
      aLine({ id: 'effort', label: 'Effort', contribution: -9.4 }),
      aLine({ label: 'Incidents', contribution: 90.4 }),
    ];
    expect(rationale(aView({ lines }))).toEqual([
      'PAY-101 scores 81 of 100: it needs attention immediately.',
      'Its lane is hot fix: SEV1 incident INC-41 is open.',
      'Its time horizon is now: it is in an active sprint.',
      'Incidents: +90.4 points.',
      'Effort: −9.4 points.',
      'Together: +90.4 −9.4 = 81.0.',
      'Exact: every input is known.',
    ]);
  });

  it('says what is missing where there is no score', () => {
    expect(rationale(aView({ score: null, missing: [aMissing()] }))).toEqual([
      'PAY-101 has no score yet.',
      'Reach is unknown: nobody filled it.',
    ]);
  });

  it('makes a sentence of a fragment and leaves a sentence alone', () => {
    expect(['it is open', 'Why?', '', '👍 ok', 'שלום'].map(asSentence)).toEqual([
      'It is open.',
      'Why?',
      '',
      '👍 ok.',
      'שלום.',
    ]);
  });
});
