import Button, { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ShowMoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { queryKeys } from '../jira/queries';
import { jira } from '../jira/rest';
import { useNotices } from '../parts/notices';

export function DeleteIssue({ issueKey }: { readonly issueKey: string }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const client = useQueryClient();
  const notices = useNotices();
  const remove = useMutation({
    mutationFn: () => jira('DELETE', `/issue/${issueKey}?deleteSubtasks=true`),
    onSuccess: async () => {
      notices.show({ type: 'success', title: `${issueKey} is deleted` });
      await navigate('/issues');
      client.removeQueries({ queryKey: queryKeys.issue(issueKey) });
    },
  });
  const close = () => {
    setAsking(false);
  };
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        placement="bottom-end"
        shouldRenderToParent
        trigger={({ triggerRef, isSelected, testId: _, ...props }) => (
          <IconButton
            ref={triggerRef}
            {...props}
            icon={ShowMoreIcon}
            label={`More for ${issueKey}`}
            appearance="subtle"
            isSelected={isSelected ?? false}
          />
        )}
      >
        <DropdownItemGroup>
          <DropdownItem
            onClick={() => {
              setAsking(true);
            }}
          >
            Delete…
          </DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      <ModalTransition>
        {asking ? (
          <ModalDialog onClose={close} width="small">
            <ModalHeader hasCloseButton>
              <ModalTitle appearance="danger">Delete {issueKey}?</ModalTitle>
            </ModalHeader>
            <ModalBody>
              <p>Its comments, links, history and sub-tasks go with it. This cannot be undone.</p>
              {remove.isError ? (
                <p className="problem" role="alert">
                  {remove.error.message}
                </p>
              ) : null}
            </ModalBody>
            <ModalFooter>
              <Button appearance="subtle" onClick={close}>
                Keep it
              </Button>
              <Button
                appearance="danger"
                isLoading={remove.isPending}
                onClick={() => {
                  remove.mutate();
                }}
              >
                Delete
              </Button>
            </ModalFooter>
          </ModalDialog>
        ) : null}
      </ModalTransition>
    </>
  );
}
