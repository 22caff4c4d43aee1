import type { ProjectId } from '../../core/terms/project';
import type { Lacking } from '../../core/preview/preview-backlog';
import type { PreviewPlans } from '../../core/preview/preview-plans';
import type { Rubric } from '../../core/rubric/schema/schema';
import { answerIn, questionsOf, questionWords, readingKey } from '../../core/signals/reading-key';
import type { Signals } from '../../core/signals/signal';
import { lackingIn } from '../scoring/ledger-covers-rubric';
import type { LedgerEntry, Rubrics } from '../ports/world';
import { rubricOfStamp } from '../rubric/in-force';

interface LackingSignals {
  /** Whether publishing what judges it afterwards would have to read this issue from Jira. */
  of(entry: LedgerEntry, plans: PreviewPlans): Promise<boolean>;
  /** What it would read, over all issues so far. */
  words(): Lacking;
}

const LOST = 'signals whose rubric is no longer known';

/**
 * Holds what a draft asks against the rubrics by which the ledger's signals were gathered, each of which is looked at once. Where the
 * one in force cannot be used, what it gathered is looked at in the signals themselves.
 */
export function lackingSignals(rubrics: Rubrics): LackingSignals {
  const asked = new Map<Rubric, Asked>();
  const words = new Set<string>();
  const fields = new Set<string>();
  const lookUp = async (
    stamp: string,
    project: ProjectId,
    draft: Rubric,
  ): Promise<readonly string[]> => {
    const gathered = await rubricOfStamp(stamp, project, rubrics);
    if (gathered === null) return [LOST];
    const lacking = lackingIn(gathered, draft);
    if (lacking.length > 0) for (const field of newFields(gathered, draft)) fields.add(field);
    for (const word of lacking) words.add(word);
    return lacking;
  };
  return {
    async of({ gathered, project, signals }, { before, after: { rubric: draft } }) {
      if (gathered === null) return true;
      const { known, questions } = asked.get(draft) ?? askedBy(draft);
      asked.set(draft, { known, questions });
      const name = gathered.startsWith('own-') ? `${project} ${gathered}` : gathered;
      const found = known.get(name) ?? lookUp(gathered, project, draft);
      known.set(name, found);
      const lacking = await found;
      if (before === null && lacking[0] === LOST && signals !== null)
        return lacksAnswers(signals, questions, words);
      if (lacking[0] === LOST) words.add(LOST);
      return lacking.length > 0;
    },
    words: () => ({ fields: fields.size, because: [...words] }),
  };
}

/** What one draft asks, and what is lacking of it in signals by the stamp that they were gathered under. */
interface Asked {
  readonly known: Map<string, Promise<readonly string[]>>;
  readonly questions: readonly { readonly key: string; readonly words: string }[];
}

function askedBy(draft: Rubric): Asked {
  return {
    known: new Map(),
    questions: questionsOf(draft).map((question) => ({
      key: readingKey(question),
      words: questionWords(question),
    })),
  };
}

function lacksAnswers(signals: Signals, asked: Asked['questions'], words: Set<string>): boolean {
  const lacking = asked.filter(({ key }) => answerIn(signals, key) === undefined);
  for (const one of lacking) words.add(one.words);
  return lacking.length > 0;
}

function newFields(gathered: Rubric, draft: Rubric): readonly string[] {
  const answered = new Set(questionsOf(gathered).map((question) => JSON.stringify(question)));
  return questionsOf(draft).flatMap((question) =>
    'fields' in question && !answered.has(JSON.stringify(question))
      ? [JSON.stringify(question.fields)]
      : [],
  );
}
