/** One paragraph as Jira Cloud keeps it (Atlassian Document Format). */
export function paragraph(text: string): Readonly<Record<string, unknown>> {
  return {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  };
}
