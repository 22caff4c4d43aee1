import { inheritable, type Section } from '../../core/rubric/document/inherit';

/** Whether this names a part of the rubric that a project may take from the site's. */
export function isSection(name: string): name is Section {
  return inheritable.some((section) => section === name);
}
