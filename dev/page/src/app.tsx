import { useQuery } from '@tanstack/react-query';
import { Navigate, Route, Routes } from 'react-router';
import { AutomationPage } from './automation/automation-page';
import { readSession } from './host/host-api';
import { LiveProvider } from './host/live';
import { homePath, SessionContext } from './host/session';
import { InspectorPage } from './inspector/inspector-page';
import { IssuePage } from './issue/issue-page';
import { ListPage } from './list/list-page';
import { AdminPage } from './settings/admin-page';
import { ProjectSettingsPage } from './settings/project-settings-page';
import { NoticesProvider } from './parts/notices';
import { Empty, Failed, Loading } from './parts/states';
import { TopBar } from './shell/top-bar';

export function App() {
  const session = useQuery({ queryKey: ['session'], queryFn: readSession, staleTime: Infinity });
  if (session.isPending) return <Loading what="the site" />;
  if (session.isError)
    return <Failed what="The site" error={session.error} retry={() => void session.refetch()} />;
  return (
    <SessionContext.Provider value={session.data}>
      <LiveProvider>
        <NoticesProvider>
          <a className="skip" href="#main">
            Skip to the content
          </a>
          <TopBar />
          <main id="main" tabIndex={-1}>
            <Routes>
              <Route path="/" element={<Navigate to={homePath(session.data)} replace />} />
              <Route path="/issues" element={<ListPage />} />
              <Route path="/browse/:key" element={<IssuePage />} />
              <Route path="/projects/:project/settings" element={<ProjectSettingsPage />} />
              <Route path="/admin/ballast" element={<AdminPage />} />
              <Route path="/automation" element={<AutomationPage />} />
              <Route path="/inspector" element={<InspectorPage />} />
              <Route
                path="*"
                element={
                  <Empty title="There is no such page">Use the bar at the top to go on.</Empty>
                }
              />
            </Routes>
          </main>
        </NoticesProvider>
      </LiveProvider>
    </SessionContext.Provider>
  );
}
