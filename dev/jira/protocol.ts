/** Who a request to the stand-in comes from. */
export type Principal =
  /** `installation`: which app in which environment, where it matters. */
  | { readonly kind: 'app'; readonly installation?: FieldOwner }
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'anonymous' };

/** One REST request, the same shape whether it came over HTTP or from the Forge host in-process. */
export interface JiraRequest {
  readonly method: string;
  /** Path with query string, beginning `/rest/…`. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly principal: Principal;
  /** Sent by the app, in its own name or in a person's: what it changes is the app's own doing. */
  readonly byApp?: boolean;
  /** What the manifest of the app asks for that sends this, for itself or for a person; undefined when no app does. */
  readonly scopes?: readonly string[];
  /** A person's own traffic, from a page or a REST client: outside the app's quota, and spared by its faults. */
  readonly outsideQuota?: boolean;
}

export interface JiraResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, or '' for 204. */
  readonly body: string;
  /** Quota points this request cost (0 when refused before work was done). */
  readonly points: number;
}

/** A Forge product event as the site emits it; the Forge host routes it to the manifest's triggers. */
export interface ProductEvent {
  /** For instance `avi:jira:updated:issue`. */
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** True when a call of the app made the change, in whosever name (drives `filter.ignoreSelf`). */
  readonly selfGenerated: boolean;
}

/** What the Forge host needs from a Jira site. */
export interface JiraSite {
  handle(request: JiraRequest): Promise<JiraResponse>;
  /** Registers a listener; returns the function that removes it. */
  onEvent(listener: (event: ProductEvent) => void): () => void;
  /** The app's `jira:customField` modules, made known to the site at install time. */
  installAppFields(fields: readonly AppField[], owner?: FieldOwner): void;
}

/** Which installation of which app declares fields: development and production of one app may stand side by side. */
export interface FieldOwner {
  readonly appId: string;
  readonly environmentId: string;
}

export interface AppField {
  readonly moduleKey: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'number' | 'string' | 'user' | 'group' | 'date' | 'datetime' | 'object';
  readonly readOnly: boolean;
}
