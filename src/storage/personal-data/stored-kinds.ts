import { ATTACHED_ENTITY } from '../attached';
import { CUSTOMER_ENTITY } from '../customer-table';
import { DECISION_ENTITY } from '../decisions';
import { EVIDENCE_ENTITY } from '../evidence-record';
import { INTAKE_ENTITY } from '../intake-entity';
import { LEDGER_ENTITY } from '../ledger';
import { POSTMORTEM_ENTITY } from '../post-mortems';
import { REMOVAL_ENTITY } from '../removals';
import { RESCORE_REQUEST_ENTITY } from '../rescore-requests';
import { SETTINGS_ENTITY } from '../settings-records';
import { UPDATE_ENTITY } from '../updates';
import { ACCOUNT_ID, isAccountId } from '../../core/terms/account-id';
import type { PersonPlace } from './person-places';

/** A kind of stored record, and where in it people stand. */
export interface StoredKind {
  /** In words, for whoever reads what is stored of a person. */
  readonly name: string;
  /** Null for plain keys. */
  readonly entity: string | null;
  /** The keys of this kind; all of the entity without it. */
  readonly keys?: RegExp;
  readonly people: readonly PersonPlace[];
  /** Whose key names a person is that person's own work, which nobody else can take up: it is removed with them. Others move to another key. */
  readonly ownedByKey?: true;
  /** Plain keys: days after which it would be gone by itself. */
  readonly keptDays?: number;
}

const at = (path: string, as: string, more: Partial<PersonPlace> = {}): PersonPlace => ({
  path,
  as,
  ...more,
});

/** In what people or Jira put into words: a mention has the account id in it. */
const inTexts = (...paths: readonly string[]): readonly PersonPlace[] =>
  paths.map((path) => at(path, 'named in a text', { within: ACCOUNT_ID }));

/** `10001:override:5b10…-1763283600000:proposed`, `10001:update:1763283600000:5b10…`. */
const OVERRIDE_ID = /^(?<who>.+)-\d{13,15}$/u;
const OVERRIDE_LOGGED = /^[^:]+:override:(?<who>.+)-\d{13,15}:[^:]*$/u;
const UPDATE_ID = /^[^:]+:update:\d+:(?<who>.+)$/u;
/** `draft:project:PAY:5b10…`. */
const DRAFT_KEY = /^(?:guard:)?draft:(?:site|project:[^:]+):(?<who>.+)$/u;
/** `preview:PAY:5b10…:1763283600000`, also behind what is kept of that run. */
const PREVIEW_RUN = /^(?:[a-z0-9-]+:)?preview:[^:]+:(?<who>.+?)(?::\d{13,15})?$/u;

/** In the text of a rubric, wherever it is kept. */
const inDocument = (of: string): readonly PersonPlace[] => [
  at(`${of}.capacity.lanes.*.owner`, 'owner of a lane'),
  at(`${of}.decisionRights.*.people.*`, 'named in the decision rights'),
  at(`${of}.decisionRights.*.approvers.people.*`, 'approver in the decision rights'),
  // What a table gives points to may be people, or names of options.
  at(`${of}.criteria.*.curve.values.#`, 'named by a criterion', { only: isAccountId }),
  at(`${of}.customers.members.#`, 'named among the customers', { only: isAccountId }),
];
const published: readonly PersonPlace[] = [
  at('by', 'author'),
  at('approval.by', 'approver'),
  ...inTexts('changes.*.text', 'reason', 'approval.note'),
];

const ofJob = (job: string): readonly PersonPlace[] => [
  at(`${job}by`, 'who began it'),
  at(`${job}scope`, 'who began it', { within: PREVIEW_RUN }),
  at(`${job}id`, 'who began it', { within: PREVIEW_RUN }),
];

const OVERRIDE_PLACES = (overrides: string): readonly PersonPlace[] => [
  at(`${overrides}.*.by`, 'author of an override'),
  at(`${overrides}.*.id`, 'author of an override', { within: OVERRIDE_ID }),
  at(`${overrides}.*.approval.by`, 'who answered for an override'),
  ...inTexts(`${overrides}.*.reason`),
];

const ENTITIES: readonly StoredKind[] = [
  {
    name: 'Ratings and overrides of an issue',
    entity: ATTACHED_ENTITY,
    people: [at('body.votes.*.*.by', 'who rated'), ...OVERRIDE_PLACES('body.overrides')],
  },
  {
    name: 'Score of an issue',
    entity: LEDGER_ENTITY,
    people: [
      at('body.signals.votes.*.*.by', 'who rated'),
      ...OVERRIDE_PLACES('body.signals.overrides'),
      // Of all kinds of readings only those of people begin so.
      at('body.signals.readings.u*.value', 'in a field of the issue'),
      at('body.signals.readings.u*.value.*', 'in a field of the issue'),
      at('body.signals.evidence.*.customer', 'who reported a linked issue', {
        only: (text, evidence) => isPerson(evidence) || isAccountId(text),
      }),
    ],
  },
  {
    name: 'Log of decisions',
    entity: DECISION_ENTITY,
    people: [
      at('body.d.by', 'author'),
      ...inTexts('body.d.reason', 'body.d.changes.*.refused'),
      at('key', 'author of an override', { within: OVERRIDE_LOGGED }),
      at('key', 'author of an update', { within: UPDATE_ID }),
    ],
  },
  {
    name: 'Post-mortem',
    entity: POSTMORTEM_ENTITY,
    people: [
      at('body.pm.opened.by', 'who opened it', { only: (text) => text !== '' }),
      at('body.pm.owner', 'owner'),
      at('body.pm.items.*.owner', 'owner of an item'),
      at('body.pm.items.*.done.by', 'who ticked an item'),
      at('body.pm.factors.*.by', 'author of a factor'),
      at('body.pm.actions.*.by', 'author of an action'),
      at('body.pm.actions.*.owner', 'owner of an action'),
      at('body.pm.noAction.by', 'who decided not to act'),
      at('body.pm.review.by', 'reviewer'),
      at('body.pm.shared.*.by', 'who shared it'),
      at('body.pm.touched.*.by', 'who changed a part'),
      at('body.pm.log.*.by', 'who did a step'),
      ...inTexts(
        'body.pm.items.*.note',
        'body.pm.factors.*.text',
        'body.pm.noAction.reason',
        'body.pm.review.note',
        'body.pm.log.*.entry.text',
        'body.pm.log.*.entry.refused',
      ),
    ],
  },
  {
    name: 'Updates to customers',
    entity: UPDATE_ENTITY,
    people: [
      at('body.rounds.*.by', 'author'),
      at('body.rounds.*.id', 'author', { within: UPDATE_ID }),
    ],
  },
  {
    name: 'Draft of a rubric',
    entity: SETTINGS_ENTITY,
    keys: DRAFT_KEY,
    people: [
      at('key', 'author', { within: DRAFT_KEY }),
      at('name', 'author'),
      at('body.by', 'author'),
    ],
    ownedByKey: true,
  },
  { name: 'Guard of a setting', entity: SETTINGS_ENTITY, people: [] },
];

const PLAIN: readonly StoredKind[] = [
  {
    name: 'Draft of a rubric',
    entity: null,
    keys: DRAFT_KEY,
    people: [at('key', 'author', { within: DRAFT_KEY }), ...inDocument('document')],
    ownedByKey: true,
  },
  {
    name: 'Rubric that waits for approval',
    entity: null,
    keys: /^proposal:/u,
    people: [
      at('waiting.by', 'author'),
      ...inDocument('waiting.document'),
      at('refused.*.author', 'author'),
      at('refused.*.by', 'who refused it'),
      // Earlier versions kept one refusal.
      at('refused.author', 'author'),
      at('refused.by', 'who refused it'),
      ...inTexts('waiting.reason', 'refused.*.reason', 'refused.reason'),
    ],
  },
  {
    name: 'Version of a rubric',
    entity: null,
    keys: /^rubric:/u,
    people: [...published, ...inDocument('document')],
  },
  {
    name: 'Pilot of a project',
    entity: null,
    keys: /^pilot:/u,
    people: [at('by', 'who began it'), ...inTexts('reason')],
  },
  {
    name: 'Preview of a rubric',
    entity: null,
    keys: /^(?:job-order|job|preview-draft|preview-2):preview:/u,
    people: [
      at('key', 'who began it', { within: PREVIEW_RUN }),
      ...ofJob(''),
      ...ofJob('job.'),
      ...inDocument('rubric'),
    ],
    ownedByKey: true,
    keptDays: 1,
  },
  {
    name: 'Work on many issues',
    entity: null,
    keys: /^job:/u,
    people: ofJob(''),
    keptDays: 30,
  },
  {
    name: 'Work on many issues',
    entity: null,
    keys: /^job-order:/u,
    people: ofJob('job.'),
    keptDays: 60,
  },
  {
    name: 'Removal of a customer',
    entity: null,
    keys: /^erasure:/u,
    people: [at('by', 'who removed it')],
  },
  // Figures, addresses and moments, of nobody.
  {
    name: 'How it goes',
    entity: null,
    keys: /^(?:covered|health|owed-customers|pool|project-names|spent|wake):|^(?:project-names|site-fields|storage-trial(?::record)?|working-time)$/u,
    people: [],
  },
];

/** Ids on their way to Atlassian's report, which is over within the week: they are taken from the other records, and forgotten with it. */
const REGISTER = /^people:/u;

function isPerson(evidence: unknown): boolean {
  return typeof evidence === 'object' && evidence !== null && 'person' in evidence;
}

/** What kind a record is of: `register` for the run's own; null for one that no kind knows, in which nobody would be found. */
export function kindOf(entity: string | null, key: string): StoredKind | 'register' | null {
  if (entity === null && REGISTER.test(key)) return 'register';
  const kinds = entity === null ? PLAIN : ENTITIES.filter((kind) => kind.entity === entity);
  return kinds.find(({ keys }) => keys === undefined || keys.test(key)) ?? null;
}

/** Entities with nobody in them, and why: they are never walked. */
export const NOBODY_IN: Readonly<Record<string, string>> = {
  [RESCORE_REQUEST_ENTITY]: 'ids of issues',
  [REMOVAL_ENTITY]: 'ids of deleted issues and projects',
  [EVIDENCE_ENTITY]:
    'what tools sent, which know no accounts of Jira; a rule’s user stands in the log',
  [CUSTOMER_ENTITY]: 'organisations; an account is refused as a name',
  [INTAKE_ENTITY]: 'counts, and reasons that never quote what was sent',
};
