import type { JSX } from 'react';
import { Answered } from '../../../shared/questions/answered';
import { useAnswer } from '../../../shared/questions/use-answer';
import type { SettingsTabProps } from '../tab-props';
import { RubricWorkspace } from './rubric-workspace';

/** The rubric being worked on: the editor with what publishing would do beside it. */
export function RubricTab({ project }: SettingsTabProps): JSX.Element {
  const asked = useAnswer('settings.view', { project });
  return (
    <Answered asked={asked} loading="Opening the rubric…">
      {(view) => <RubricWorkspace view={view} />}
    </Answered>
  );
}
