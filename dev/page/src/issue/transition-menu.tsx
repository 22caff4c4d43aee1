import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useTransitions } from '../jira/queries';
import { jira } from '../jira/rest';
import type { Issue } from '../jira/shapes';
import { StatusLozenge } from '../parts/issue-look';
import { useChange } from './use-change-issue';

export function TransitionMenu({ issue }: { readonly issue: Issue }) {
  const transitions = useTransitions(issue.key);
  const change = useChange('The status', issue.key, (id: string) =>
    jira('POST', `/issue/${issue.key}/transitions`, { transition: { id } }),
  );
  const { status } = issue.fields;
  if (!status) return null;
  const choices = transitions.data ?? [];
  if (transitions.isSuccess && choices.length === 0) return <StatusLozenge status={status} />;
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      trigger={({ triggerRef, isSelected, testId: _, ...props }) => (
        <Button
          ref={triggerRef}
          {...props}
          iconAfter={ChevronDownIcon}
          isSelected={isSelected ?? false}
          isLoading={change.isPending}
          aria-label={`Status: ${status.name}. Change status`}
        >
          {status.name}
        </Button>
      )}
    >
      <DropdownItemGroup title="Move to">
        {choices.map(({ id, name, to }) => (
          <DropdownItem
            key={id}
            onClick={() => {
              change.mutate(id);
            }}
            elemAfter={<StatusLozenge status={to} />}
          >
            {name}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
