/** The manifest's answers of the web trigger *evidence*. */
export const LISTED: readonly number[] = [200, 202, 400, 401, 403, 405, 413, 422, 503];
