/** Which issues the list asks for. Everything but `where` comes from chips, the project chooser and column headers. */
export interface ListQuestion {
  /** JQL as a person typed it; it may end in its own ORDER BY. */
  readonly where: string;
  readonly project: string | null;
  readonly lane: string | null;
  readonly order: string;
}

export const defaultWhere = 'statusCategory != Done';
export const laneField = '"Backlog lane"';

export function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Parts a query at its last ORDER BY that stands outside quotes. */
export function splitOrder(jql: string): { readonly where: string; readonly order: string | null } {
  const blanked = jql.replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, (quoted) =>
    ' '.repeat(quoted.length),
  );
  const at = [...blanked.matchAll(/\border\s+by\b/gi)].at(-1)?.index;
  if (at === undefined) return { where: jql.trim(), order: null };
  return {
    where: jql.slice(0, at).trim(),
    order: jql
      .slice(at)
      .replace(/^order\s+by\s*/i, '')
      .trim(),
  };
}

export function filterJql({ where, project, lane }: Omit<ListQuestion, 'order'>): string {
  const typed = splitOrder(where).where;
  return [
    ...(project === null ? [] : [`project = ${quote(project)}`]),
    ...(typed === '' ? [] : [project === null && lane === null ? typed : `(${typed})`]),
    ...(lane === null ? [] : [`${laneField} = ${quote(lane)}`]),
  ].join(' AND ');
}

/** The whole query. An ORDER BY that was typed wins over the column header. */
export function listJql(question: ListQuestion): string {
  const order = splitOrder(question.where).order ?? question.order;
  const filter = filterJql(question);
  return `${filter}${order === '' ? '' : ` ORDER BY ${order}`}`.trim();
}

/** What a person put in the search box: an issue to open, a query, or words to look for. */
export function readSearch(typed: string): {
  readonly kind: 'issue' | 'jql';
  readonly text: string;
} {
  const text = typed.trim();
  if (/^[a-z][a-z0-9_]+-\d+$/i.test(text)) return { kind: 'issue', text: text.toUpperCase() };
  const isJql = /[=~<>]|\bin\s*\(|\bis\s+(not\s+)?(empty|null)\b|\border\s+by\b/i.test(text);
  return { kind: 'jql', text: text === '' || isJql ? text : `text ~ ${quote(text)}` };
}
