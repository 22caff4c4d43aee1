import { planUrgent } from '../../../src/core/hot-fix/urgent-work';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { formerUserId } from '../../../src/core/terms/former-user';

const ISSUE = { flagged: true, due: '2026-11-20', assignee: null };
const ownedBy = (owner: string) => ({
  ...defaultRubric,
  capacity: {
    ...defaultRubric.capacity,
    lanes: { 'hot fix': { least: 0, most: 1, owner } },
  },
});

describe('urgent work that nobody has', () => {
  it('goes to the owner of the lane', () => {
    expect(planUrgent(ISSUE, 1, ownedBy('ann'), '2026-11-16').assignee).toBe('ann');
  });

  it('goes to nobody when the owner has closed the account', () => {
    const gone = formerUserId(() => 0.5);
    expect(planUrgent(ISSUE, 1, ownedBy(gone), '2026-11-16').assignee).toBeNull();
  });
});
