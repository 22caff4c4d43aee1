import Button, { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import { useState } from 'react';
import { NavLink } from 'react-router';
import { useLive } from '../host/live';
import { homePath, useSession } from '../host/session';
import { useAdministers } from '../jira/queries';
import { CreateIssue } from '../issue/create-issue';
import { SearchBox } from './search-box';
import { ThemeSwitch } from './theme-switch';
import { UserSwitcher } from './user-switcher';

export function TopBar() {
  const session = useSession();
  const home = homePath(session);
  const { connected } = useLive();
  const administers = useAdministers(null).data;
  const [creating, setCreating] = useState(false);
  const create = () => {
    setCreating(true);
  };
  return (
    <header className="top-bar">
      <NavLink to={home} className="brand" aria-label={`${session.site}, issues`}>
        <img src="/favicon.svg" alt="" width="24" height="24" />
        <span className="brand-name">{session.site}</span>
      </NavLink>
      <nav aria-label="Main">
        <NavLink to={home}>Issues</NavLink>
        {session.home === null ? null : (
          <NavLink to={`/projects/${session.home}/settings`}>Settings</NavLink>
        )}
        {administers?.site === true ? <NavLink to="/admin/ballast">Administration</NavLink> : null}
        <NavLink to="/automation">Automation</NavLink>
        <NavLink to="/inspector">Inspector</NavLink>
      </nav>
      <SearchBox />
      <span className="wide-only">
        <Button appearance="primary" iconBefore={AddIcon} onClick={create}>
          Create
        </Button>
      </span>
      <span className="narrow-only">
        <IconButton appearance="primary" icon={AddIcon} label="Create" onClick={create} />
      </span>
      <div className="top-bar-end">
        <span className="live" role="status" data-live={connected}>
          {connected ? 'Live' : 'Reconnecting…'}
        </span>
        <ThemeSwitch />
        <UserSwitcher />
      </div>
      {creating ? (
        <CreateIssue
          onClose={() => {
            setCreating(false);
          }}
        />
      ) : null}
    </header>
  );
}
