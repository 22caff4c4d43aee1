/** What smart values are read from: `issue`, `destinationIssue`, `now`, `outputs`, by name. */
export type SmartValues = Readonly<Record<string, unknown>>;

/** `{{issue.priority.name}}` and the like, resolved; what leads nowhere becomes nothing, as in Jira. */
export function resolveSmartValues(text: string, values: SmartValues): string {
  return text.replace(/\{\{\s*([^{}]+?)\s*\}\}/gu, (_whole, path: string) =>
    textOf(follow(values, path.split('.'))),
  );
}

function follow(from: unknown, path: readonly string[]): unknown {
  let here = from;
  for (const [at, name] of path.entries()) {
    if (Array.isArray(here)) return here.map((each) => follow(each, path.slice(at)));
    here = member(here, name);
  }
  return here;
}

/** Names are compared without case: fields of an issue go by their id or by their name on the screen. */
function member(from: unknown, name: string): unknown {
  if (typeof from !== 'object' || from === null) return undefined;
  const wanted = name.trim().toLowerCase();
  return Object.entries(from).find(([known]) => known.toLowerCase() === wanted)?.[1];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((each) => each !== '')
      .join(', ');
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  for (const name of ['name', 'value', 'displayName', 'key']) {
    const part = member(value, name);
    if (typeof part === 'string') return part;
  }
  return '';
}
