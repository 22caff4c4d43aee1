import type {
  PersonalDataAsk,
  PersonalDataPart,
  StoredOfPerson,
} from '../../contract/personal-data';
import { Forbidden } from '../ports/failures';
import type { Viewer } from '../ports/world';
import type { Needs } from './needs';

/** An answer may be 5 MB; an entry is some KB at the most. */
const ENOUGH_ENTRIES = 300;
/** Of the 25 s that an answer may take. */
const LONGEST_MS = 8_000;

/**
 * The next part of everything that is stored of somebody.
 * @throws Forbidden unless the person who asks administers Jira; Declined for a place that is none
 */
export async function exportPerson(
  { accountId, from }: PersonalDataAsk,
  viewer: Viewer,
  { storedPeople, clock }: Needs,
): Promise<PersonalDataPart> {
  if (!(await viewer.may('ADMINISTER', null)))
    throw new Forbidden('Only a Jira administrator may look up what is stored of a person');
  const begun = clock();
  const entries: StoredOfPerson[] = [];
  let looked = 0;
  let place = from;
  do {
    const page = await storedPeople.page(place);
    looked += page.looked;
    for (const { people } of page.records)
      for (const { accountId: found, ...entry } of people)
        if (found === accountId) entries.push(entry);
    place = page.next;
  } while (place !== null && entries.length < ENOUGH_ENTRIES && clock() - begun < LONGEST_MS);
  return { entries: await asSeen(entries, viewer), looked, next: place };
}

/** That somebody stands in a record is told of every issue; what they wrote there only to who may see it. */
async function asSeen(
  entries: readonly StoredOfPerson[],
  viewer: Viewer,
): Promise<readonly StoredOfPerson[]> {
  const ids = new Set(entries.flatMap(({ issueId }) => issueId ?? []));
  if (ids.size === 0) return entries;
  const visible = await viewer.visible([...ids]);
  return entries.map((entry) =>
    entry.issueId === null || visible.has(entry.issueId)
      ? entry
      : { ...entry, issueId: null, beside: {}, hidden: true },
  );
}
