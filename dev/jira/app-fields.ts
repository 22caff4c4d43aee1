import type { AppField, FieldOwner } from './protocol';
import type { CustomField } from './model/entities';
import type { SiteState } from './model/site-state';

/** Above what imports commonly bring, so that the two rarely meet; if they do, the import says so. */
const FIRST_APP_FIELD = 25_001;

/** The key that Jira gives a Forge field. */
export function appFieldKey({ appId, environmentId }: FieldOwner, moduleKey: string): string {
  return `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`;
}

/** Makes the app's fields known. Once known, a field keeps its id and its values. */
export function installAppFields(
  state: SiteState,
  owner: FieldOwner,
  fields: readonly AppField[],
): void {
  for (const given of fields) {
    const key = appFieldKey(owner, given.moduleKey);
    if (state.fields.all().some((field) => field.key === key)) continue;
    const field: CustomField = {
      id: freeId(state),
      key,
      name: given.name,
      description: given.description,
      type: given.type,
      app: { moduleKey: given.moduleKey, readOnly: given.readOnly, owner },
    };
    state.fields.add(field);
  }
  state.revision += 1;
}

function freeId(state: SiteState): string {
  let number = FIRST_APP_FIELD;
  while (state.fields.byId(`customfield_${number}`) !== undefined) number += 1;
  return `customfield_${number}`;
}
