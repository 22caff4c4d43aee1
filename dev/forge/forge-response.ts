import { STATUS_CODES } from 'node:http';

/** What a part of the host answers to `__forge_fetch__`. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text, '' when there is none. */
  readonly body: string;
}

export const jsonAnswer = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

/**
 * The response the packages and the app see: the part of the Fetch standard that @forge/api declares. Not the platform's
 * `Response`, whose stream of a body would make reading one both slower and, on a virtual clock, dependent on chance.
 */
export class ForgeResponse {
  readonly headers: Headers;
  readonly status: number;
  readonly statusText: string;
  #body: string | undefined;

  constructor(answer: Answer) {
    this.status = answer.status;
    this.statusText = STATUS_CODES[answer.status] ?? '';
    this.headers = new Headers(answer.headers);
    this.#body = answer.body;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get bodyUsed(): boolean {
    return this.#body === undefined;
  }

  async text(): Promise<string> {
    const body = this.#body;
    if (body === undefined) throw new TypeError('Body is unusable: Body has already been read');
    this.#body = undefined;
    return await Promise.resolve(body);
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new TextEncoder().encode(await this.text()).buffer;
  }
}
