import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import ThemeIcon from '@atlaskit/icon/core/theme';
import { useTheme } from '../theme';
import type { ThemeChoice } from '../theme';

const choices: readonly (readonly [ThemeChoice, string])[] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['auto', 'Like the system'],
];

export function ThemeSwitch() {
  const { choice, choose } = useTheme();
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      shouldRenderToParent
      trigger={({ triggerRef, isSelected, testId: _, ...props }) => (
        <IconButton
          ref={triggerRef}
          icon={ThemeIcon}
          label="Theme"
          appearance="subtle"
          isSelected={isSelected ?? false}
          {...props}
        />
      )}
    >
      <DropdownItemRadioGroup id="theme" title="Theme">
        {choices.map(([id, name]) => (
          <DropdownItemRadio
            key={id}
            id={id}
            isSelected={choice === id}
            onClick={() => {
              choose(id);
            }}
          >
            {name}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}
