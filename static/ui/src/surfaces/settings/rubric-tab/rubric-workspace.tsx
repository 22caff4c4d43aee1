import { lazy, Suspense, useState, type JSX } from 'react';
import type { SettingsView } from '../../../../../../src/contract/settings';
import { Loading } from '../../../shared/components/loading';
import { useAnswer } from '../../../shared/questions/use-answer';
import { useDraft } from '../draft/use-draft';
import { RubricEditor } from '../editor/rubric-editor';
import { PreviewPane } from '../preview/preview-pane';
import { RubricHeader, type Drawer } from './rubric-header';
import { RubricNotices } from './rubric-notices';
import styles from './rubric-tab.module.css';
import type { DraftOutcome } from '../rubric-changes/draft-outcome';
import { DraftOutcomeNotice } from '../rubric-changes/draft-outcome-notice';
import { useStagedChange } from '../staged-change/use-staged-change';
import layout from '../../../shared/styles/layout.module.css';

const PublishForm = lazy(() =>
  import('../publish/publish-form').then((module) => ({ default: module.PublishForm })),
);
const ImportBox = lazy(() =>
  import('../transfer/import-box').then((module) => ({ default: module.ImportBox })),
);
const ExportBox = lazy(() =>
  import('../transfer/export-box').then((module) => ({ default: module.ExportBox })),
);
const SectionSwitches = lazy(() =>
  import('./section-switches').then((module) => ({ default: module.SectionSwitches })),
);

/** Everything that concerns one draft: what it is, what stands in its way, the editor, and the preview. */
export function RubricWorkspace({ view }: { readonly view: SettingsView }): JSX.Element {
  const { project, may } = view;
  const draft = useDraft(view);
  const facts = useAnswer('settings.inputs', { project }).value;
  const starts = useAnswer('settings.starts', { project }).value;
  const [drawer, setDrawer] = useState<Drawer | null>(null);
  const [done, setDone] = useState<DraftOutcome | null>(null);
  useStagedChange(draft, setDone);
  const close = (): void => setDrawer(null);
  const finish = (what: DraftOutcome): void => {
    setDone(what);
    close();
  };
  const open = (next: Drawer): void => {
    setDone(null);
    setDrawer(drawer === next ? null : next);
  };
  return (
    <div className={layout.blocks}>
      <RubricHeader
        view={view}
        draft={draft}
        drawer={drawer}
        open={open}
        discarded={() => finish({ what: 'discarded' })}
      />
      <RubricNotices view={view} draft={draft} finish={finish} />
      {done !== null && <DraftOutcomeNotice project={project} done={done} />}
      <Suspense fallback={<Loading>Opening…</Loading>}>
        {drawer === 'publish' && (
          <PublishForm
            view={view}
            draft={draft}
            close={close}
            published={(answer) => {
              if (answer.ok) finish({ what: 'published', version: answer.version });
              else if (answer.waiting !== undefined) finish({ what: 'submitted' });
              else if (answer.overtaken !== undefined) close();
            }}
          />
        )}
        {drawer === 'import' && (
          <ImportBox
            project={project}
            draft={draft}
            close={close}
            imported={() => finish({ what: 'imported' })}
          />
        )}
        {drawer === 'export' && <ExportBox project={project} draft={draft} close={close} />}
        {drawer === 'site' && <SectionSwitches draft={draft} close={close} />}
      </Suspense>
      <div className={styles.panes} data-preview={may.edit === null || undefined}>
        <div className={styles.editor}>
          <RubricEditor draft={draft} inputs={{ project, facts, starts }} />
        </div>
        {may.edit === null && (
          <div className={styles.preview}>
            <PreviewPane project={project} draft={draft} />
          </div>
        )}
      </div>
    </div>
  );
}
