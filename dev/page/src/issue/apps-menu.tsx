import Button from '@atlaskit/button/new';
import DropdownMenu, {
  DropdownItemCheckbox,
  DropdownItemCheckboxGroup,
} from '@atlaskit/dropdown-menu';
import AppsIcon from '@atlaskit/icon/core/apps';
import type { Surface } from '../../wire';

interface AppsMenuProps {
  readonly panels: readonly Surface[];
  readonly closed: ReadonlySet<string>;
  onToggle(key: string): void;
}

/** Jira hides an app's panel until somebody opens it here; this page opens it from the start, and the menu closes it. */
export function AppsMenu({ panels, closed, onToggle }: AppsMenuProps) {
  if (panels.length === 0) return null;
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      trigger={({ triggerRef, isSelected, testId: _, ...props }) => (
        <Button ref={triggerRef} {...props} iconBefore={AppsIcon} isSelected={isSelected ?? false}>
          Apps
        </Button>
      )}
    >
      <DropdownItemCheckboxGroup id="apps" title="Panels">
        {panels.map(({ key, title }) => (
          <DropdownItemCheckbox
            key={key}
            id={key}
            isSelected={!closed.has(key)}
            onClick={() => {
              onToggle(key);
            }}
          >
            {title}
          </DropdownItemCheckbox>
        ))}
      </DropdownItemCheckboxGroup>
    </DropdownMenu>
  );
}
