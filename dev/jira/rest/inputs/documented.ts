import inputs from './documented.json';
import unmodelled from './unmodelled.json';

/**
 * What Jira's API document (February 2026) says that an operation takes: facts out of it, held against the whole of it by the
 * tests over real data.
 */
export interface DocumentedInputs {
  /** Names of query parameters. */
  readonly query?: readonly string[];
  /** What `expand` may name. */
  readonly expand?: readonly string[];
  /** Members of the body that may be set. */
  readonly body?: readonly string[];
  /** Members of the body that Jira alone sets, and passes over when somebody sends them. */
  readonly given?: readonly string[];
  /** What an app must have been granted: all of these, or else all of the granular ones. */
  readonly scopes?: readonly string[];
  readonly granular?: readonly string[];
  /** The body takes no other members. */
  readonly closed?: boolean;
  /** Whoever has not logged in may ask too. */
  readonly anonymous?: boolean;
}

const DOCUMENTED: Readonly<Record<string, DocumentedInputs>> = inputs;
/** Operations that are not modelled though their paths look like one that is: `issue/picker` is no issue. */
export const UNMODELLED: readonly string[] = unmodelled;

/** `GET /issue/{}`: names of what varies differ from document to document. */
export const nameOf = (method: string, pattern: string): string =>
  `${method} ${pattern.replace(/\{[^}]*\}/g, '{}')}`;

export function documentedInputs(operation: string): DocumentedInputs {
  return DOCUMENTED[operation] ?? {};
}
