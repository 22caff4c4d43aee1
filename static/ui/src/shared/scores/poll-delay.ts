const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * Milliseconds until the score is asked for again, by how long ago the person last turned to the panel. Jira tells a
 * panel about other people's changes but not about the viewer's own, so somebody at work here is answered quickly;
 * a tab left open all day must not eat the quota that the whole app shares.
 */
export function pollDelay(sinceAttention: number): number {
  if (sinceAttention < 3 * MINUTE) return 20 * SECOND;
  if (sinceAttention < 15 * MINUTE) return MINUTE;
  return 5 * MINUTE;
}
