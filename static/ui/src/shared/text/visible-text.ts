/**
 * Text from Jira as it can stand in a page: control characters (NUL among them) and the marks that would reverse
 * neighbouring text are dropped. React does the escaping.
 */
export function visibleText(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- control characters are exactly what must not reach the page
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
}

/** At most `max` characters, the last an ellipsis where something was cut. */
export function shorten(text: string, max: number): string {
  const characters = Array.from(text);
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}
