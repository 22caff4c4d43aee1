import VisuallyHidden from '@atlaskit/visually-hidden';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ComponentType, type JSX } from 'react';
import type { Refusal } from '../../../src/contract';
import type { SurfaceContext } from './bridge';
import { contextQuery } from './head-start';
import { NO_ANSWER } from './reply';
import { CrashGuard } from './shared/refusals/crash-guard';
import { Loading } from './shared/components/loading';
import { RefusalNotice } from './shared/refusals/refusal-notice';
import { SiteUrlProvider } from './shared/hooks/site-url';
import { Glance } from './surfaces/glance/glance';
import { Panel } from './surfaces/panel/panel';

/** Here from the start, as people wait for these most; the others load what they need. Keys are those of manifest.yml. */
const ISSUE_SURFACES: Readonly<Record<string, ComponentType<{ readonly issueId: string }>>> = {
  'ballast-panel': Panel,
  'ballast-glance': Glance,
};

/** Forms of automation actions, shown inside a rule: they belong to no issue. */
const AUTOMATION_ACTIONS: ReadonlySet<string> = new Set([
  'ballast-rescore-item',
  'ballast-rescore-project',
  'ballast-record-evidence',
  'ballast-override-lane',
]);
const ActionSurface = lazy(() =>
  import('./surfaces/action-config/action-surface').then((module) => ({
    default: module.ActionSurface,
  })),
);

const Settings = lazy(() =>
  import('./surfaces/settings/settings').then((module) => ({ default: module.Settings })),
);

/** What a page of settings is about: the project that it stands in, or the whole site. */
const SETTINGS: Readonly<Record<string, 'project' | 'site'>> = {
  'ballast-settings': 'project',
  'ballast-admin': 'site',
};

export function App(): JSX.Element {
  return (
    <main>
      <VisuallyHidden>
        <h1>Ballast</h1>
      </VisuallyHidden>
      <CrashGuard>
        <Surface />
      </CrashGuard>
    </main>
  );
}

function Surface(): JSX.Element {
  const { data, error, errorUpdatedAt, isFetching, refetch } = useQuery(contextQuery);
  const notice = (refusal: Refusal): JSX.Element => (
    <RefusalNotice
      refusal={refusal}
      refusedAt={errorUpdatedAt}
      asking={isFetching}
      again={() => void refetch()}
    />
  );
  if (error !== null) return notice(NO_ANSWER);
  if (data === undefined) return <Loading>Opening Ballast…</Loading>;
  if (AUTOMATION_ACTIONS.has(data.moduleKey)) {
    return (
      <Suspense fallback={<Loading>Opening Ballast…</Loading>}>
        <ActionSurface moduleKey={data.moduleKey} />
      </Suspense>
    );
  }
  const shown = surfaceOf(data);
  if (shown === null) return notice(unknownSurface(data));
  return (
    <SiteUrlProvider value={data.siteUrl}>
      <Suspense fallback={<Loading>Opening Ballast…</Loading>}>{shown}</Suspense>
    </SiteUrlProvider>
  );
}

/** The surface that the context names; null where it lacks what that surface is about. */
function surfaceOf({ moduleKey, issueId, projectKey }: SurfaceContext): JSX.Element | null {
  const settings = SETTINGS[moduleKey];
  if (settings === 'site') return <Settings project={null} />;
  if (settings === 'project') return projectKey === null ? null : <Settings project={projectKey} />;
  const IssueSurface = ISSUE_SURFACES[moduleKey];
  return IssueSurface === undefined || issueId === null ? null : <IssueSurface issueId={issueId} />;
}

function unknownSurface({ moduleKey }: SurfaceContext): Refusal {
  return {
    kind: 'invalid',
    what: `Ballast has nothing to show in this place (${moduleKey}).`,
    advice:
      'Reload the page. If it stays, the installed version of Ballast is older than this page: ask your Jira administrator to update it.',
  };
}
