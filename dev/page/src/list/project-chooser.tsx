import Select from '@atlaskit/select';
import { useProjects } from '../jira/queries';

interface ProjectChooserProps {
  readonly value: string | null;
  /** Leaves out the choice of all projects. */
  readonly required?: boolean;
  onChange(project: string | null): void;
}

interface Choice {
  readonly value: string | null;
  readonly label: string;
}

const all: Choice = { value: null, label: 'All projects' };

export function ProjectChooser({ value, required = false, onChange }: ProjectChooserProps) {
  const projects = useProjects();
  const choices = [
    ...(required ? [] : [all]),
    ...(projects.data ?? []).map(({ key, name }): Choice => ({
      value: key,
      label: `${name} (${key})`,
    })),
  ];
  return (
    <div className="project-chooser">
      <Select<Choice>
        aria-label="Project"
        inputId="project"
        spacing="compact"
        isLoading={projects.isPending}
        options={choices}
        value={choices.find((choice) => choice.value === value) ?? { value, label: value ?? '' }}
        onChange={(choice) => {
          onChange(choice?.value ?? null);
        }}
      />
    </div>
  );
}
