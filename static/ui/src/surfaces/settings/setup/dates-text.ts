const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** Sentences of the backend carry moments as ISO times: here they become dates in the reader's own time zone. */
export function withDates(text: string): string {
  return text.replace(MOMENT, (iso) => `on ${written.format(Date.parse(iso))}`);
}
