import type { ProjectId } from '../../core/terms/project';
import type { FieldFacts, SettingsInputs } from '../../contract/settings-inputs';
import { distributionOf } from '../../core/calibration/distribution';
import { spreadOverSample } from '../../core/calibration/sampled-spread';
import { counted } from '../../core/text/wording';
import { sampleField, signalFor, typeWords } from '../../core/issue/field-facts';
import type { FieldInfo, IssueRecord } from '../../core/issue/issue-record';
import { answerIn, questionsOf, readingKey } from '../../core/signals/reading-key';
import { siteFields } from '../../core/issue/site-fields';
import type { Signals } from '../../core/signals/signal';
import type { Rubric } from '../../core/rubric/schema/schema';
import { Forbidden, Gone, Limited, Rejected, Unavailable } from '../ports/failures';
import { backlogJql } from '../jobs/start-job';
import type { Issues } from '../ports/issues';
import type { Naming } from '../ports/people';
import type { ReadCatalogue } from '../evidence/propose-settings';
import { openAccess, type SettingsContext } from '../access/rubric-access';

/** Besides: Jira as the person who asks. */
export interface FieldUsageContext extends SettingsContext {
  readonly jira: { readonly issues: Pick<Issues, 'page'> };
  readonly readCatalogue: ReadCatalogue;
  readonly naming: Pick<Naming, 'roles'>;
}

/** Enough for a curve's background, and little enough to leave a minute's reads to the preview, which takes the whole ledger. */
const MOST_MEASURED = 5_000;
/** What is left of a person's 25 seconds must do for the answer. */
const TIME_TO_ANSWER_MS = 10_000;
/** Fields of one search; a site with more shows the others without a fill rate. */
const MOST_SAMPLED = 400;

/**
 * What criteria can be chosen from and curves drawn over: from the ledger what it holds of every open issue, the rest from the
 * issues edited last that the person may see. Costs one search, and four calls for the lists of names.
 */
export async function viewInputs(
  project: ProjectId | null,
  context: FieldUsageContext,
): Promise<SettingsInputs> {
  const {
    inForce: { rubric },
    who,
  } = await openAccess(project, context);
  if (project === null && !who.administers)
    throw new Forbidden('Only a Jira administrator sees figures of the whole site.');
  const all = await context.world.siteFields.all();
  const own = ownFields(all, context);
  const fields = all.filter((field) => signalFor(field) !== null && !own.has(field.id));
  const [sample, names, roles] = [
    await recent(project, fields, context),
    await catalogueNames(context),
    await roleNames(project, context),
  ];
  const ledger = await walk(project, rubric, context);
  const filledById = filledInLedger(rubric, all, ledger.filled, ledger.issues);
  const facts = fields.map((field, at): FieldFacts => {
    const { filled, samples } =
      at < MOST_SAMPLED ? sampleField(field, sample.issues) : { filled: null, samples: [] };
    const sampled =
      filled === null || sample.issues.length === 0
        ? null
        : {
            share: filled / sample.issues.length,
            of: `of the last ${counted(sample.issues.length, 'issue')}`,
          };
    return {
      id: field.id,
      name: field.name,
      signal: signalFor(field),
      type: typeWords(field),
      filled: filledById.get(field.id) ?? sampled,
      samples,
      spread: at < MOST_SAMPLED ? spreadOverSample(field, sample.issues, context.now) : null,
    };
  });
  return {
    fields: facts.sort(
      (a, b) => (b.filled?.share ?? -1) - (a.filled?.share ?? -1) || (a.name < b.name ? -1 : 1),
    ),
    sample: { issues: sample.issues.length, why: sample.why },
    measured: { issues: ledger.issues, all: ledger.all },
    distributions: ledger.distributions,
    names: {
      ...names,
      roles,
      priorities: [
        ...new Set(sample.issues.flatMap(({ priority }) => (priority === null ? [] : [priority]))),
      ].sort(),
    },
  };
}

/** Ballast's own: to judge by them would be to go in a circle. None while one of them is missing on the site. */
function ownFields(
  fields: readonly FieldInfo[],
  { world }: FieldUsageContext,
): ReadonlySet<string> {
  try {
    return new Set(Object.values(world.fieldWriter.fieldIds(fields)));
  } catch (failure) {
    if (failure instanceof Rejected) return new Set();
    throw failure;
  }
}

async function recent(
  project: ProjectId | null,
  fields: readonly FieldInfo[],
  { jira }: FieldUsageContext,
): Promise<{ readonly issues: readonly IssueRecord[]; readonly why: string | null }> {
  const jql = backlogJql(project).replace(/ORDER BY .*$/u, 'ORDER BY updated DESC');
  return orWhy({ issues: [] }, async () => ({
    issues: (
      await jira.issues.page(
        jql,
        null,
        fields.slice(0, MOST_SAMPLED).map(({ id }) => id),
      )
    ).issues,
  }));
}

async function catalogueNames({
  readCatalogue,
}: FieldUsageContext): Promise<
  Pick<SettingsInputs['names'], 'workTypes' | 'linkTypes' | 'linkPhrases'>
> {
  const none: readonly string[] = [];
  const { workTypes, linkTypes, linkPhrases } = await orWhy(
    { workTypes: none, linkTypes: none, linkPhrases: none },
    async () => {
      const read = await readCatalogue();
      return {
        workTypes: [...new Set(read.issueTypes)].sort(),
        linkTypes: read.linkTypes.map(({ name }) => name).sort(),
        linkPhrases: [
          ...new Set(read.linkTypes.flatMap(({ inward, outward }) => [inward, outward])),
        ].sort(),
      };
    },
  );
  return { workTypes, linkTypes, linkPhrases };
}

async function roleNames(
  project: ProjectId | null,
  { naming }: FieldUsageContext,
): Promise<readonly string[]> {
  return (
    await orWhy({ roles: [] as readonly string[] }, async () => ({
      roles: [...(await naming.roles(project))].sort(),
    }))
  ).roles;
}

/** The settings are of use without Jira's part, which then says why it is missing. */
async function orWhy<T>(
  without: T,
  work: () => Promise<T>,
): Promise<T & { readonly why: string | null }> {
  try {
    return { ...(await work()), why: null };
  } catch (failure) {
    if (
      failure instanceof Limited ||
      failure instanceof Unavailable ||
      failure instanceof Rejected ||
      failure instanceof Gone ||
      failure instanceof Forbidden
    )
      return { ...without, why: failure.message };
    throw failure;
  }
}

interface Walked {
  readonly issues: number;
  readonly all: boolean;
  readonly distributions: SettingsInputs['distributions'];
  /** How often a reading came from a field: by reading key and field name. */
  readonly filled: ReadonlyMap<string, number>;
}

async function walk(
  project: ProjectId | null,
  rubric: Rubric,
  { world, now }: FieldUsageContext,
): Promise<Walked> {
  const spread = distributionOf(rubric, now);
  const filled = new Map<string, number>();
  const keys = questionsOf(rubric).map(readingKey);
  const question = project === null ? { by: 'open' as const } : { by: 'project' as const, project };
  let [issues, cursor, more]: [number, string | null, boolean] = [0, null, true];
  while (more && issues < MOST_MEASURED && world.remainingMs() > TIME_TO_ANSWER_MS) {
    const page = await world.ledger.page(question, cursor);
    for (const { open, signals } of page.entries) {
      if (!open || signals === null) continue;
      issues += 1;
      spread.add(signals);
      count(signals, keys, filled);
    }
    cursor = page.next;
    more = cursor !== null;
  }
  return { issues, all: !more, distributions: spread.result(), filled };
}

function count(signals: Signals, keys: readonly string[], filled: Map<string, number>): void {
  for (const key of keys) {
    const reading = answerIn(signals, key);
    if (typeof reading !== 'object') continue;
    const name = `${key} ${reading.state === 'known' ? (reading.field ?? '') : ''}`;
    if (reading.state === 'known') filled.set(name, (filled.get(name) ?? 0) + 1);
    filled.set(key, (filled.get(key) ?? 0) + 1);
  }
}

/** Of a question with several fields only the first is known in full: a later one is looked at where the first is empty. */
function filledInLedger(
  rubric: Rubric,
  fields: readonly FieldInfo[],
  filled: ReadonlyMap<string, number>,
  issues: number,
): ReadonlyMap<string, { readonly share: number; readonly of: string }> {
  const site = siteFields(fields);
  return new Map(
    questionsOf(rubric).flatMap((question) => {
      if (!('fields' in question) || question.kind === 'sla') return [];
      const [first] = site.called(question.fields);
      const asked = filled.get(readingKey(question)) ?? 0;
      if (first === undefined || issues === 0 || asked < issues) return [];
      return [
        [
          first.id,
          {
            share: (filled.get(`${readingKey(question)} ${first.name}`) ?? 0) / issues,
            of: `of ${counted(issues, 'open issue')}`,
          },
        ] as const,
      ];
    }),
  );
}
