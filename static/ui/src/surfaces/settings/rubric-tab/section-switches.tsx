import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useMemo, type JSX } from 'react';
import { rubricDifference } from '../../../../../../src/core/rubric/document/difference';
import { inheritable, type Section } from '../../../../../../src/core/rubric/document/inherit';
import { sectionWord } from '../../../../../../src/core/rubric/document/setting-words';
import { count } from '../../../shared/text/format-number';
import type { Draft } from '../draft/draft';
import styles from './rubric-tab.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly draft: Draft;
  readonly close: () => void;
}

/** Which parts of the rubric follow the site's, part by part. */
export function SectionSwitches({ draft, close }: Props): JSX.Element | null {
  const { inheritance, inherits, lastSound } = draft;
  const site = inheritance?.site;
  const differing = useMemo(
    () =>
      site === undefined || lastSound === null
        ? new Map<string, number>()
        : differencesBySection(draft),
    [site, lastSound, draft],
  );
  if (site === undefined) return null;
  const toggle = (section: Section): void => {
    if (inherits.includes(section))
      draft.change(
        draft.document,
        null,
        inherits.filter((one) => one !== section),
      );
    else draft.follow(section);
  };
  return (
    <section className={layout.drawer} aria-label="Parts that follow the site">
      <Heading size="small" as="h2">
        Parts that follow the site’s rubric
      </Heading>
      <p className={text.note}>
        {site.version === 0
          ? 'The site has no rubric of its own: such a part is as in the built-in default.'
          : `The site’s rubric is at v${String(site.version)}. A part that follows it changes here when an administrator of the site publishes.`}{' '}
        Whatever you change in the editor is the project’s own from then on.
      </p>
      <fieldset className={styles.switches} disabled={draft.readOnly !== null}>
        <legend className={text.subhead}>Follows the site</legend>
        {inheritable.map((section) => (
          <label key={section} className={styles.switch}>
            <input
              type="checkbox"
              checked={inherits.includes(section)}
              onChange={() => toggle(section)}
            />
            <span>
              {sectionWord(section)}
              {!inherits.includes(section) && (
                <span className={text.noteLine}>
                  {differing.has(section)
                    ? `${count(differing.get(section) ?? 0, 'difference')} from the site`
                    : 'as on the site'}
                </span>
              )}
              {inherits.includes(section) !== inheritance?.sections.includes(section) && (
                <span className={text.noteLine}>once you publish</span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <div className={layout.rowBelow}>
        <Button onClick={close}>Close</Button>
      </div>
    </section>
  );
}

function differencesBySection({ inheritance, lastSound }: Draft): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (inheritance === null || lastSound === null) return found;
  for (const { path, follows } of rubricDifference(inheritance.site.document, lastSound)) {
    if (follows === true) continue;
    const [section = ''] = path.split('.');
    found.set(section, (found.get(section) ?? 0) + 1);
  }
  return found;
}
