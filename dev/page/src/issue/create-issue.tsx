import Button from '@atlaskit/button/new';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
} from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../host/session';
import { documentOf } from '../jira/adf-text';
import { createIssue, useCreatableTypes, usePriorities } from '../jira/create';
import type { NewIssue } from '../jira/create';
import { queryKeys, useProjects } from '../jira/queries';
import { JiraProblem } from '../jira/rest';
import { useNotices } from '../parts/notices';

interface Choice {
  readonly value: string;
  readonly label: string;
}

export function CreateIssue({ onClose }: { readonly onClose: () => void }) {
  const { home } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const notices = useNotices();
  const projects = useProjects();
  const [chosenProject, setProject] = useState<Choice | null>(null);
  const projectChoices = (projects.data ?? []).map(({ key, name }): Choice => ({
    value: key,
    label: `${name} (${key})`,
  }));
  const project =
    chosenProject ??
    projectChoices.find(({ value }) => value === home) ??
    projectChoices[0] ??
    null;
  const types = useCreatableTypes(project?.value ?? null);
  const creatable = (types.data ?? []).filter(({ subtask }) => subtask !== true);
  const usual = creatable.find(({ hierarchyLevel }) => hierarchyLevel === 0);
  const typeChoices = creatable.map(({ id, name }): Choice => ({ value: id, label: name }));
  const [chosenType, setType] = useState<Choice | null>(null);
  const type =
    typeChoices.find(({ value }) => value === (chosenType?.value ?? usual?.id)) ??
    typeChoices[0] ??
    null;
  const priorities = usePriorities();
  const [priority, setPriority] = useState<Choice | null>(null);
  const [summary, setSummary] = useState('');
  const [description, setDescription] = useState('');

  const create = useMutation({
    mutationFn: (issue: NewIssue) => createIssue(issue),
    onSuccess: async ({ key }) => {
      onClose();
      notices.show({ type: 'success', title: `${key} is created` });
      await client.invalidateQueries({ queryKey: queryKeys.search });
      await navigate(`/browse/${key}`);
    },
  });
  const problems = create.error instanceof JiraProblem ? create.error.fieldErrors : {};
  const submit = () => {
    if (project === null || type === null) return;
    create.mutate({
      project: { key: project.value },
      issuetype: { id: type.value },
      summary: summary.trim(),
      ...(description.trim() === '' ? {} : { description: documentOf(description) }),
      ...(priority === null ? {} : { priority: { id: priority.value } }),
    });
  };

  return (
    <ModalDialog onClose={onClose} width="medium">
      <form
        className="create-issue"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ModalHeader hasCloseButton>
          <ModalTitle>Create issue</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Labelled label="Project" problem={problems['project']}>
            {(id) => (
              <Select<Choice>
                inputId={id}
                options={projectChoices}
                value={project}
                isLoading={projects.isPending}
                onChange={setProject}
                menuPosition="fixed"
              />
            )}
          </Labelled>
          <Labelled label="Type" problem={problems['issuetype'] ?? types.error?.message}>
            {(id) => (
              <Select<Choice>
                inputId={id}
                options={typeChoices}
                value={type}
                isLoading={types.isPending}
                onChange={setType}
                menuPosition="fixed"
              />
            )}
          </Labelled>
          <Labelled label="Summary" problem={problems['summary']}>
            {(id) => (
              <Textfield
                id={id}
                autoFocus
                isRequired
                maxLength={255}
                value={summary}
                onChange={(event) => {
                  setSummary(event.currentTarget.value);
                }}
              />
            )}
          </Labelled>
          <Labelled label="Description" problem={problems['description']}>
            {(id) => (
              <TextArea
                id={id}
                minimumRows={4}
                resize="auto"
                value={description}
                onChange={(event) => {
                  setDescription(event.currentTarget.value);
                }}
              />
            )}
          </Labelled>
          <Labelled label="Priority" problem={problems['priority']}>
            {(id) => (
              <Select<Choice>
                inputId={id}
                isClearable
                placeholder="The project’s default"
                options={(priorities.data ?? []).map((each): Choice => ({
                  value: each.id,
                  label: each.name,
                }))}
                value={priority}
                onChange={setPriority}
                menuPosition="fixed"
              />
            )}
          </Labelled>
          {create.isError && Object.keys(problems).length === 0 ? (
            <p className="problem" role="alert">
              {create.error.message}
            </p>
          ) : null}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            appearance="primary"
            isLoading={create.isPending}
            isDisabled={summary.trim() === '' || type === null}
          >
            Create
          </Button>
        </ModalFooter>
      </form>
    </ModalDialog>
  );
}

function Labelled({
  label,
  problem,
  children,
}: {
  readonly label: string;
  readonly problem: string | undefined;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {problem === undefined ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
