import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { useState, type JSX } from 'react';
import type { Refusal } from '../../../../../../src/contract';
import type { SettingsView } from '../../../../../../src/contract/settings';
import { dayOf } from '../../../shared/text/ago';
import { NO_ANSWER, Refused } from '../../../reply';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { UserText } from '../../../shared/text/user-text';
import type { Draft } from '../draft/draft';
import { nameOf } from '../rubric-changes/person-name';
import styles from './rubric-tab.module.css';
import { SavingText } from './saving-text';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** What may be opened between head and editor. */
export type Drawer = 'publish' | 'import' | 'export' | 'site';

interface Props {
  readonly view: SettingsView;
  readonly draft: Draft;
  readonly drawer: Drawer | null;
  readonly open: (drawer: Drawer) => void;
  readonly discarded: () => void;
}

/** Which rubric this is, where it comes from, and what can be done with it. */
export function RubricHeader({ view, draft, drawer, open, discarded }: Props): JSX.Element {
  const { project, published, may } = view;
  const { differs, inheritance, saving } = draft;
  const own = published.base > 0;
  return (
    <header className={styles.head}>
      <div className={layout.line}>
        <Heading size="medium" as="h2">
          {project === null ? 'Rubric of the site' : `Rubric · ${project}`}
        </Heading>
        <Lozenge appearance={differs ? 'warning' : own ? 'success' : 'neutral'}>
          {differs
            ? `Draft of v${String(draft.base + 1)}`
            : own
              ? `v${String(published.version)}`
              : SOURCES[published.source]}
        </Lozenge>
        <SavingText saving={saving} differs={differs} />
      </div>
      <p className={text.note}>
        <Origin view={view} />
      </p>
      <div className={styles.buttons}>
        <Button
          spacing="compact"
          aria-expanded={drawer === 'export'}
          onClick={() => open('export')}
        >
          Export
        </Button>
        {may.edit === null && (
          <>
            <Button
              spacing="compact"
              aria-expanded={drawer === 'import'}
              onClick={() => open('import')}
            >
              Import
            </Button>
            {inheritance !== null && (
              <Button
                spacing="compact"
                aria-expanded={drawer === 'site'}
                onClick={() => open('site')}
              >
                {`From the site (${String(draft.inherits.length)})`}
              </Button>
            )}
            {differs && <Discard draft={draft} discarded={discarded} />}
            <Button
              spacing="compact"
              appearance="primary"
              isDisabled={may.publish !== null || !differs}
              aria-expanded={drawer === 'publish'}
              onClick={() => open('publish')}
            >
              Publish…
            </Button>
          </>
        )}
      </div>
    </header>
  );
}

const SOURCES = { project: 'Published', site: 'As the site', default: 'Built-in default' } as const;

function Origin({
  view: {
    project,
    published: { source, version, by, reason, at },
  },
}: {
  readonly view: SettingsView;
}): JSX.Element {
  if (source === 'default')
    return (
      <>
        {project === null
          ? 'Nobody has published a rubric for the site yet'
          : 'Nobody has published a rubric for this project or the site yet'}
        : issues are judged by the built-in default.
      </>
    );
  return (
    <>
      {source === 'site' && project !== null
        ? 'This project has no rubric of its own: the site’s judges. '
        : ''}
      {`v${String(version)}, published ${dayOf(at ?? undefined) ?? 'at an unknown time'} by ${nameOf(by)}`}
      {reason !== null && (
        <>
          : “<UserText max={160}>{reason}</UserText>”
        </>
      )}
    </>
  );
}

/** Asks once more, in place: a draft may be an afternoon's work. */
function Discard({
  draft,
  discarded,
}: {
  readonly draft: Draft;
  readonly discarded: () => void;
}): JSX.Element {
  const [sure, setSure] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const discard = (): void => {
    draft
      .discard()
      .then(discarded, (failure: unknown) =>
        setRefusal(failure instanceof Refused ? failure.refusal : NO_ANSWER),
      );
  };
  if (!sure) {
    return (
      <Button spacing="compact" appearance="subtle" onClick={() => setSure(true)}>
        Discard draft
      </Button>
    );
  }
  return (
    <>
      <Button spacing="compact" appearance="danger" onClick={discard}>
        Discard all changes
      </Button>
      <Button spacing="compact" appearance="subtle" onClick={() => setSure(false)}>
        Keep them
      </Button>
      <RefusedText refusal={refusal} />
    </>
  );
}
