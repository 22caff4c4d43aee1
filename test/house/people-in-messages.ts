import type { SourceFile } from './source-files';

/** Where a person goes into a text on purpose, and why that is no message that is logged or kept. */
export const PEOPLE_IN_TEXTS: Readonly<Record<string, string>> = {
  'src/core/overrides/override-id.ts': 'the id of an override; the list of stored people knows it',
  'src/core/post-mortem/document.ts': 'the document that a person shares, by name',
  'src/core/setup-check/site-check.ts': 'a part of the rubric that asks for a field',
  'src/jira/roles.ts': 'an address that is asked; failures name what was done, not the address',
  'src/storage/drafts.ts': 'the key of a draft; the list of stored people knows it',
  'src/storage/ledger-queries.ts': 'by which index it was asked',
  'src/usecases/customer-update/update-round.ts':
    'the id of an update, known to the list of stored people; and who is sending, told to a person who is about to',
  'src/usecases/preview/preview-runs.ts': 'the scope of a run; the list of stored people knows it',
};

const PERSON =
  /\$\{[^{}`]*\b(?:accountId|by|me|author|owner|who|email|emailAddress|displayName|person)\b[^{}`]*\}/u;
const CONSOLE = /\bconsole\.\w+\(/u;

/** Files in which an account id, a name or an address goes into a text. */
export function putsPeopleIntoTexts({ path, text }: SourceFile): boolean {
  return /^src\/(?!core\/describe\/|contract\/)/u.test(path) && PERSON.test(withoutTexts(text));
}

/** What stands between quotation marks is no name of anything. */
function withoutTexts(code: string): string {
  return code.replace(/'[^'\n]*'/gu, "''");
}

/** Nothing is logged: the platform logs what is thrown. */
export function logs({ text }: SourceFile): boolean {
  return CONSOLE.test(text);
}
