/** To be imported before jira.js: makes its schemas refuse what the specification does not describe, instead of passing it over. */
process.env['AUDIT_SCHEMAS'] = 'true';

interface Drift {
  readonly endpoint: string;
  readonly path: string;
  readonly keys?: readonly string[];
  readonly value?: string;
}

/** What answers held beyond the specification, as `GET /rest/api/3/… fields.x: key` without the numbers of lists. */
export function undocumented(): readonly string[] {
  const drift = (globalThis as Readonly<Record<symbol, unknown>>)[
    Symbol.for('apis-code-gen.schemaAudit')
  ] as readonly Drift[] | undefined;
  const lines = (drift ?? []).flatMap(({ endpoint, path, keys, value }) =>
    (keys ?? [String(value)]).map((each) => `${endpoint} ${path.replace(/\d+/g, '[]')}: ${each}`),
  );
  return [...new Set(lines)].sort();
}
