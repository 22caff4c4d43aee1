import type { JSX } from 'react';
import type { Concerned, Reach } from '../../../../../../src/core/preview/preview';
import { sectionWord } from '../../../../../../src/core/rubric/setting-words';
import { count } from '../../../shared/format-number';
import styles from './preview.module.css';

/** Whom the site's rubric concerns: projects that it judges as a whole, and those that take parts of it. */
export function ReachWords({ reach: { governed, following, parts } }: { readonly reach: Reach }): JSX.Element {
  const changed = parts.filter((part) => part.changed);
  return (
    <div className={styles.note}>
      <p>
        <strong>Whom it concerns:</strong> {words(governed)} without a rubric of {governed.projects === 1 ? 'its' : 'their'} own{governed.projects === 0 ? '' : ': the figures are about these'}.{' '}
        {parts.length === 0
          ? 'No project with a rubric of its own takes a part from here.'
          : following.projects === 0
            ? 'Projects with a rubric of their own take parts from here, but none that this draft changes.'
            : `${words(following)} with ${following.projects === 1 ? 'a rubric of its own takes' : 'rubrics of their own take'} parts from here that this draft changes, and ${following.projects === 1 ? 'gets' : 'get'} a version of ${following.projects === 1 ? 'its' : 'their'} own:`}
      </p>
      {changed.length > 0 && (
        <ul className={styles.parts}>
          {changed.map(({ section, ...concerned }) => <li key={section}>{sectionWord(section)}: {words(concerned)}</li>)}
        </ul>
      )}
    </div>
  );
}

function words({ projects, issues }: Concerned): string {
  return projects === 0 ? 'No project' : `${count(projects, 'project')} (${count(issues, 'open issue')})`;
}
