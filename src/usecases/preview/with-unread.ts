import type { Preview } from '../../core/preview/preview';

const WORDS = 'issues whose record is damaged or from an older Ballast';

/** Of these open issues the ledger no longer knows anything: publishing reads them, and what they come to shows only then. */
export function withUnread(preview: Preview, unread: number): Preview {
  if (unread === 0) return preview;
  const { issues, pending } = preview;
  return {
    ...preview,
    issues: issues + unread,
    pending: { ...pending, issues: pending.issues + unread, because: [...pending.because, WORDS] },
  };
}
