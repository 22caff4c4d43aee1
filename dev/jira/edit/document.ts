import full from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import Ajv, { type ValidateFunction } from 'ajv';
import { JiraError } from '../jira-error';

/** A document that is none by Atlassian's own schema, in the one word that Jira has for it. */
export class InvalidDocument extends JiraError {
  constructor() {
    super(400, ['INVALID_INPUT']);
  }
}

let schema: ValidateFunction | undefined;

/** Made when the first document comes: that takes a tenth of a second. */
function validator(): ValidateFunction {
  // The schema calls itself draft 4 and uses nothing that later drafts changed.
  const { $schema: _, ...draft } = full;
  schema ??= new Ajv({
    strict: false,
    inlineRefs: false,
    code: { optimize: false },
    validateSchema: false,
  }).compile(draft);
  return schema;
}

/** Throws `InvalidDocument` unless nodes, marks and their attributes are those of the Atlassian Document Format. */
export function holdDocument(value: Readonly<Record<string, unknown>>): void {
  try {
    if (validator()(value)) return;
  } catch (problem) {
    // Nested deeper than the stack is: no document either.
    if (!(problem instanceof RangeError)) throw problem;
  }
  throw new InvalidDocument();
}
