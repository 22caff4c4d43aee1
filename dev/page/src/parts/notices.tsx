import { AutoDismissFlag, FlagGroup } from '@atlaskit/flag';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusInformationIcon from '@atlaskit/icon/core/status-information';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

export interface Notice {
  readonly id: string;
  readonly type: 'success' | 'error' | 'info' | 'warning';
  readonly title: string;
  readonly description?: string;
}

interface Notices {
  show(notice: Omit<Notice, 'id'> & { readonly id?: string }): void;
  close(id: string): void;
}

const NoticesContext = createContext<Notices | null>(null);

const icons = {
  success: <StatusSuccessIcon label="Done" color={token('color.icon.success')} />,
  error: <StatusErrorIcon label="Failed" color={token('color.icon.danger')} />,
  info: <StatusInformationIcon label="Note" color={token('color.icon.information')} />,
  warning: <StatusWarningIcon label="Warning" color={token('color.icon.warning')} />,
};

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Notice[]>([]);
  const close = useCallback((id: string) => {
    setShown((all) => all.filter((each) => each.id !== id));
  }, []);
  const show = useCallback<Notices['show']>((notice) => {
    const id = notice.id ?? crypto.randomUUID();
    setShown((all) => [{ ...notice, id }, ...all.filter((each) => each.id !== id)]);
  }, []);
  const notices = useMemo(() => ({ show, close }), [show, close]);
  return (
    <NoticesContext.Provider value={notices}>
      {children}
      <FlagGroup
        onDismissed={(id) => {
          close(String(id));
        }}
      >
        {shown.map(({ id, type, title, description }) => (
          <AutoDismissFlag
            key={id}
            id={id}
            icon={icons[type]}
            title={title}
            description={description}
          />
        ))}
      </FlagGroup>
    </NoticesContext.Provider>
  );
}

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (notices === null) throw new Error('useNotices outside NoticesProvider');
  return notices;
}
