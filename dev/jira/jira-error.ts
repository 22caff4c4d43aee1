/** A refusal in Jira's shape. `errors` are by field. */
export class JiraError extends Error {
  constructor(
    readonly status: number,
    readonly errorMessages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super([...errorMessages, ...Object.values(errors)].join(' '));
    this.name = 'JiraError';
  }

  body(): {
    readonly errorMessages: readonly string[];
    readonly errors: Readonly<Record<string, string>>;
  } {
    return { errorMessages: this.errorMessages, errors: this.errors };
  }
}

export const issueNotFound = (): JiraError =>
  new JiraError(404, ['Issue does not exist or you do not have permission to see it.']);

export const badRequest = (message: string): JiraError => new JiraError(400, [message]);

export const invalidPayload = (): JiraError =>
  badRequest('Invalid request payload. Refer to the REST API documentation and try again.');

/** For what Jira takes and the stand-in does not: told apart from Jira's own refusals by the status and by these words. */
export const notModelled = (what: string): JiraError =>
  new JiraError(501, [`The stand-in does not model ${what}.`]);
