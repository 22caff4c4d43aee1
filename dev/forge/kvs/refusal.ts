/** The storage refuses a request; becomes a non-2xx answer whose body @forge/kvs turns into a ForgeKvsAPIError. */
export class KvsRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'KvsRefusal';
  }
}
