import { breachedBy, breachesToCome } from '../../../src/core/signals/breaches';
import { signalsOf } from '../builders/signals-of';

const at = (hour: number): string => `2026-11-16T${String(hour).padStart(2, '0')}:00:00.000Z`;
const ticket = (id: string, breachesAt?: string) => ({
  kind: 'support' as const,
  id,
  key: id,
  open: true,
  at: '2026-11-10',
  ...(breachesAt !== undefined && { breachesAt }),
});

const base = signalsOf({ readings: {} });
const signals = {
  ...base,
  issue: { ...base.issue, breachesAt: at(15) },
  evidence: [ticket('SUP-1', at(12)), ticket('SUP-2'), ticket('SUP-3', at(18))],
};

describe('agreements that are still to be breached', () => {
  it('are listed with the first one first', () => {
    expect(breachesToCome(signals)).toEqual([at(12), at(15), at(18)]);
    expect(breachesToCome(base)).toEqual([]);
  });

  it('leave the signals as they are until the first', () => {
    expect(breachedBy(signals, new Date('2026-11-16T11:59:59.999Z'))).toBe(signals);
  });

  it('are breached at their moment, each piece for itself', () => {
    const { issue, evidence } = breachedBy(signals, new Date(at(12)));
    expect(issue).toBe(signals.issue);
    expect(evidence.map(({ id, slaBreached }) => [id, slaBreached])).toEqual([
      ['SUP-1', true],
      ['SUP-2', undefined],
      ['SUP-3', undefined],
    ]);
  });

  it('are breached on the issue itself', () => {
    const { issue, evidence } = breachedBy(
      { ...signals, evidence: [ticket('SUP-2')] },
      new Date(at(15)),
    );
    expect(issue.slaBreached).toBe(true);
    expect(evidence[0]?.slaBreached).toBeUndefined();
  });
});
