import Button from '@atlaskit/button/new';
import { useId, type JSX } from 'react';
import type { Section } from '../../../../../../src/core/rubric/document/inherit';
import { inheritable } from '../../../../../../src/core/rubric/document/inherit';
import { UserText } from '../../../shared/text/user-text';
import { Chevron } from './chevron';
import { isUnder, useEditor } from './editor-context';
import { ProblemCount } from './problem-count';
import type { EditorSection } from './sections/sections';
import styles from './editor.module.css';

/** One section: what it says now in a sentence, and all of it when it is opened. */
export function SectionFrame({
  section: { id, title, keys, words, Content },
}: {
  readonly section: EditorSection;
}): JSX.Element {
  const { draft, open, toggle } = useEditor();
  const body = useId();
  const isOpen = open.has(id);
  const problems = [...draft.problems, ...draft.warnings].filter(({ path }) =>
    keys.some((key) => isUnder(path, key)),
  );
  return (
    <section className={styles.section} aria-labelledby={`${body}-title`} data-place={id}>
      <h3 className={styles.sectionHead}>
        <button
          type="button"
          className={styles.sectionButton}
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => toggle(id)}
        >
          <Chevron open={isOpen} />
          <span className={styles.sectionTitle}>
            <span id={`${body}-title`} className={styles.sectionName}>
              {title}
            </span>
            <span className={styles.summary}>
              <UserText max={220}>{words(draft.document)}</UserText>
            </span>
          </span>
          <ProblemCount problems={problems} />
        </button>
      </h3>
      {isOpen && (
        <div id={body} className={styles.body}>
          <Follows keys={inheritable.filter((key) => keys.some((one) => one === key))} />
          <Content />
        </div>
      )}
    </section>
  );
}

/** Whether the section is the site's or the project's own, now and once the draft is published. */
function Follows({ keys }: { readonly keys: readonly Section[] }): JSX.Element | null {
  const { draft } = useEditor();
  if (draft.inheritance === null || keys.length === 0) return null;
  const { sections } = draft.inheritance;
  const own = keys.filter((key) => !draft.inherits.includes(key));
  const following = keys.every((key) => sections.includes(key));
  if (own.length === 0) {
    return (
      <p className={styles.follows}>
        {following
          ? 'Follows the site’s rubric. What you change here becomes this project’s own once you publish.'
          : 'This project’s own until now: follows the site’s rubric once you publish.'}
      </p>
    );
  }
  return (
    <div className={styles.follows}>
      <span>
        {own.some((key) => sections.includes(key))
          ? 'Follows the site’s rubric until now: becomes this project’s own once you publish.'
          : 'This project’s own.'}
      </span>
      {draft.readOnly === null && (
        <Button
          spacing="compact"
          appearance="subtle"
          onClick={() => own.forEach((key) => draft.follow(key))}
        >
          Follow the site’s rubric instead
        </Button>
      )}
    </div>
  );
}
