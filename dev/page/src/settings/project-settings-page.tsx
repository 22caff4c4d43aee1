import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useSession } from '../host/session';
import { useProjects } from '../jira/queries';
import { ProjectChooser } from '../list/project-chooser';
import { Empty, Failed, Loading } from '../parts/states';
import { SurfaceFrame } from '../surfaces/surface-frame';

/** The settings of a project, as far as apps fill them. Who administers nothing sees the same page; what may be changed is the app's to say. */
export function ProjectSettingsPage() {
  const key = useParams()['project'] ?? '';
  const navigate = useNavigate();
  const { surfaces } = useSession();
  const projects = useProjects();
  useEffect(() => {
    document.title = `${key} settings`;
  }, [key]);
  if (projects.isPending) return <Loading what="the project" />;
  if (projects.isError)
    return (
      <Failed what="The project" error={projects.error} retry={() => void projects.refetch()} />
    );
  const pages = surfaces.filter(({ type }) => type === 'jira:projectSettingsPage');
  return (
    <div className="settings-page">
      <div className="list-head">
        <h1>Project settings</h1>
        <ProjectChooser
          value={key}
          required
          onChange={(project) => {
            if (project !== null) void navigate(`/projects/${project}/settings`);
          }}
        />
      </div>
      {projects.data.some((project) => project.key === key) ? (
        pages.map((surface) => (
          <SurfaceFrame key={`${surface.key} ${key}`} surface={surface} at={{ projectKey: key }} />
        ))
      ) : (
        <Empty title="There is no such project">
          It does not exist, or you may not see it. Choose another above.
        </Empty>
      )}
    </div>
  );
}
