import { onRescoreItem } from '../../src/entrypoints/automation-actions';
import { anIssue, aViewer, inMemoryWorld, NOW } from '../usecases/in-memory-world';

describe('a rule that runs as nobody', () => {
  it('fails with words about its actor, and asks Jira nothing', async () => {
    const world = inMemoryWorld([anIssue('PAY-1')]);
    const viewer = {
      ...aViewer(),
      visible: () => Promise.reject(new Error('asked')),
    };
    const people = { names: async () => new Map<string, string>() };
    expect(
      await onRescoreItem({ workItem: 'PAY-1' }, { world, viewer, people, by: null, now: NOW }),
    ).toEqual({
      errors: [
        {
          message:
            'Ballast: Ballast cannot tell whose rights this rule has. Set the actor of the rule to a person.',
        },
      ],
    });
  });
});
