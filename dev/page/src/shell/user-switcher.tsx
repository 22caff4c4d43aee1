import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import { logIn } from '../host/host-api';
import { useSession } from '../host/session';
import { useNotices } from '../parts/notices';
import { Initials } from '../parts/person';

/** Everything shown belongs to one person's rights, so switching reloads: nothing that the other one could see stays. */
export function UserSwitcher() {
  const { user, people } = useSession();
  const notices = useNotices();
  const change = async (accountId: string) => {
    try {
      await logIn(accountId);
      window.location.reload();
    } catch (error) {
      notices.show({
        type: 'error',
        title: 'You are still the same person',
        description: error instanceof Error ? error.message : '',
      });
    }
  };
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      shouldRenderToParent
      trigger={({ triggerRef, isSelected: _selected, testId: _, ...props }) => (
        <button
          ref={triggerRef}
          type="button"
          className="avatar-button"
          {...props}
          aria-label={`You are ${user.displayName}. Switch user`}
        >
          <Initials name={user.displayName} />
        </button>
      )}
    >
      <DropdownItemRadioGroup id="users" title="Work as">
        {people.map(({ accountId, displayName, rights }) => (
          <DropdownItemRadio
            key={accountId}
            id={accountId}
            isSelected={accountId === user.accountId}
            description={rights.join(', ')}
            onClick={() => void change(accountId)}
          >
            {displayName}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}
