import { keptText } from '../../../static/ui/src/surfaces/settings/work/kept-text';

const NOW = Date.parse('2026-11-16T09:00:00Z');

describe('how long things are kept', () => {
  it('is told in months where a rubric says months, and in days where what counts is kept longer', () => {
    const kept = { now: { evidence: 730, decisions: null }, then: null };
    expect(keptText(kept, NOW)).toContain(
      'Resolved evidence is kept for 24 months, the decision log forever.',
    );
    expect(keptText({ ...kept, now: { evidence: 540, decisions: 183 } }, NOW)).toContain(
      'Resolved evidence is kept for 540 days, the decision log for 6 months.',
    );
  });

  it('names a shorter time that was published until it takes effect', () => {
    const then = { from: '2026-11-20T09:00:00Z', evidence: 365, decisions: 365 };
    const kept = { now: { evidence: 730, decisions: null }, then };
    expect(keptText(kept, NOW)).toContain(
      'From 20 Nov 2026: evidence for 12 months, the decision log for 12 months.',
    );
    expect(keptText(kept, Date.parse('2026-11-21T09:00:00Z'))).not.toContain('From');
  });
});
