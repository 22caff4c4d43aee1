import SectionMessage from '@atlaskit/section-message';
import type { JSX } from 'react';
import { count } from '../../../shared/text/format-number';
import { visibleText } from '../../../shared/text/visible-text';
import { JobProgress } from '../jobs/job-progress';
import { useJob } from '../jobs/use-job';
import type { DraftOutcome } from './draft-outcome';

/** What became of what the person has just done; after a publication, how far the scoring has come. */
export function DraftOutcomeNotice({
  project,
  done,
}: {
  readonly project: string | null;
  readonly done: DraftOutcome;
}): JSX.Element {
  const published = done.what === 'published';
  return (
    <div role="status">
      <SectionMessage appearance={published ? 'success' : 'information'} title={words(done)}>
        {published ? <Scoring project={project} /> : <p>{next(done)}</p>}
      </SectionMessage>
    </div>
  );
}

function Scoring({ project }: { readonly project: string | null }): JSX.Element {
  const { value: job } = useJob(project);
  return job == null ? (
    <p>Scoring every open issue begins in a moment.</p>
  ) : (
    <JobProgress job={job} />
  );
}

function words(done: DraftOutcome): string {
  switch (done.what) {
    case 'published':
      return `Version ${String(done.version)} is published`;
    case 'submitted':
      return 'Your draft waits for approval';
    case 'imported':
      return 'The document is your draft now';
    case 'discarded':
      return 'Your draft is discarded';
    case 'refused':
      return 'It was refused';
    case 'taken back':
      return 'It was taken back';
    case 'weight applied':
      return done.to === null
        ? `Your draft leaves out ${visibleText(done.label)} now`
        : `In your draft ${visibleText(done.label)} weighs ${String(done.to)} % now${done.from === null ? '' : `, not ${String(done.from)} %`}`;
    case 'version applied':
      return `Your draft is as v${String(done.version)} now`;
    case 'not applied':
      return `Nothing changed for ${visibleText(done.label)}`;
    case 'rebased':
      return `Your draft stands on the newest version now: ${count(done.taken, 'change')} came in`;
  }
}

function next(done: DraftOutcome): string {
  switch (done.what) {
    case 'submitted':
      return 'Nothing changes until somebody who may approves it. Your draft is kept.';
    case 'imported':
      return 'Nothing is published yet: look at what it would do, then publish it.';
    case 'discarded':
      return 'The editor shows what is published.';
    case 'weight applied':
    case 'version applied':
      return 'Nothing is published: look at what it would do, take it back with Undo, or publish it.';
    case 'not applied':
      return done.because;
    case 'rebased':
      return done.conflicts === 0
        ? 'Nothing of yours was lost.'
        : `${count(done.conflicts, 'place')} that both had changed went as you chose.`;
    default:
      return 'What is published stays as it is.';
  }
}
