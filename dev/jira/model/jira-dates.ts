/** As Jira writes a moment: `2015-01-31T15:02:23.000+0000`, always in UTC here. */
export function formatMoment(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+0000');
}

/** Reads Jira's own form and ISO 8601. `undefined` for anything else. */
export function parseMoment(text: string): number | undefined {
  const ms = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(ms) ? undefined : ms;
}

/** As `parseMoment`, throwing an error that names the issue of which an import gives such a date. */
export function readMoment(issueKey: string, text: string): number {
  const ms = parseMoment(text);
  if (ms === undefined) throw new Error(`Issue ${issueKey} has the date "${text}", which is none.`);
  return ms;
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
