import type { JSX } from 'react';
import type { Concerned, Reach } from '../../../../../../src/core/preview/preview';
import { sectionWord } from '../../../../../../src/core/rubric/document/setting-words';
import { count } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import styles from './preview.module.css';
import text from '../../../shared/styles/text.module.css';

const MOST_KEEPING = 10;

/** Whom the site's rubric concerns: projects that it judges as a whole, and those that take parts of it. */
export function ReachText({
  reach: { governed, following, parts, keeping },
}: {
  readonly reach: Reach;
}): JSX.Element {
  const changed = parts.filter((part) => part.changed);
  return (
    <div className={text.note}>
      <p>
        <strong>Whom it concerns:</strong> {words(governed)} without a rubric of{' '}
        {governed.projects === 1 ? 'its' : 'their'} own.{' '}
        {parts.length === 0
          ? 'No project with a rubric of its own takes a part from here.'
          : following.projects === 0
            ? 'Projects with a rubric of their own take parts from here, but none that this draft changes.'
            : `${words(following)} with ${following.projects === 1 ? 'a rubric of its own takes' : 'rubrics of their own take'} parts from here that this draft changes, and ${following.projects === 1 ? 'gets' : 'get'} a new version of ${following.projects === 1 ? 'it' : 'them'}:`}
      </p>
      {changed.length > 0 && (
        <ul className={styles.parts}>
          {changed.map(({ section, ...concerned }) => (
            <li key={section}>
              {sectionWord(section)}: {words(concerned)}
            </li>
          ))}
        </ul>
      )}
      {parts.length > 0 && (
        <p>
          The figures are about all projects that take anything from here, each by its own rubric
          with the parts of this draft; capacity, MoSCoW and criteria leave out those that have such
          parts of their own.
        </p>
      )}
      {keeping.length > 0 && (
        <>
          <p>
            <strong>Does not fit everywhere:</strong>{' '}
            {count(keeping.length, 'project keeps', 'projects keep')} what{' '}
            {keeping.length === 1 ? 'it has' : 'they have'}.
          </p>
          <ul className={styles.parts}>
            {keeping.slice(0, MOST_KEEPING).map(({ project, why }) => (
              <li key={project}>
                {project}: <UserText max={300}>{why}</UserText>
              </li>
            ))}
            {keeping.length > MOST_KEEPING && <li>and {keeping.length - MOST_KEEPING} more</li>}
          </ul>
        </>
      )}
    </div>
  );
}

function words({ projects, issues }: Concerned): string {
  return projects === 0
    ? 'No project'
    : `${count(projects, 'project')} (${count(issues, 'open issue')})`;
}
