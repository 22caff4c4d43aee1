import type { SetupCheck } from '../../contract/setup';
import type { StorageTrial, TrialAnswer } from '../ports/setup';
import { aCheck, steps, type Looked, type SetupContext } from './check';

/** How this site's storage answers where its documentation leaves two ways open, and whether Ballast can rely on what it must. */
export async function checkStorage(
  { siteStorage }: Pick<SetupContext, 'siteStorage'>,
  { jiraAdmin }: Pick<Looked, 'jiraAdmin'>,
): Promise<SetupCheck> {
  const title = 'How storage answers on this site';
  const trial = await siteStorage.known();
  if (trial === null)
    return aCheck('storage', title, {
      state: 'unknown',
      says: 'Storage has not been tried on this site yet. Ballast works either way.',
      repair: jiraAdmin
        ? { kind: 'button', label: 'Try it now' }
        : steps('Ask a Jira administrator to open this page and choose Try it now.'),
    });
  const details = [
    `A first record under a condition: ${took(trial.firstRecord)}${trial.firstRecord === 'done' ? '' : '; first records are made one by one'}`,
    `A write whose condition does not hold: ${took(trial.failedCondition)}`,
    `A first record where there is one: ${took(trial.existing)}`,
    `One key for two kinds of records at once: ${took(trial.sameKey)}`,
    `An empty text: ${took(trial.emptyText)}`,
  ];
  if (trial.failedCondition !== 'done' && trial.existing !== 'done')
    return aCheck('storage', title, {
      state: 'ok',
      says: `Tried ${trial.at}: what one person writes is not overwritten by another at the same moment.`,
      details,
    });
  return aCheck('storage', title, {
    state: 'attention',
    says: `Tried ${trial.at}: storage wrote although its condition did not hold, so two people who write at the same moment may undo each other’s change.`,
    details,
    repair: steps('Send this page to the person who installed Ballast.'),
  });
}

function took(answer: TrialAnswer): string {
  return answer === 'done' ? 'taken' : `refused (${answer})`;
}

/** Tries it now; @returns what was done, in words. */
export async function tryStorage({
  siteStorage,
  now,
}: Pick<SetupContext, 'siteStorage' | 'now'>): Promise<string> {
  const { at }: StorageTrial = await siteStorage.tryOut(now);
  return `Storage was tried ${at}; what it answered stands beside the check`;
}
