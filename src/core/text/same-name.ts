/** How names of types, priorities, fields, options and customers are compared: without case and surrounding space. */
export function sameName(name: string): string {
  return name.trim().toLowerCase();
}
