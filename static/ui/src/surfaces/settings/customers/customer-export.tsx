import Button from '@atlaskit/button/new';
import type { JSX } from 'react';
import { FileToKeep } from '../../../shared/components/file-to-keep';
import { Answered } from '../../../shared/questions/answered';
import { useAnswer } from '../../../shared/questions/use-answer';
import { UserText } from '../../../shared/text/user-text';
import layout from '../../../shared/styles/layout.module.css';
import text from '../../../shared/styles/text.module.css';

interface Props {
  readonly name: string;
  readonly close: () => void;
}

/** Everything that Ballast keeps about one customer, for a person who has to hand it out. */
export function CustomerExport({ name, close }: Props): JSX.Element {
  const asked = useAnswer('customers.export', { name });
  return (
    <section className={layout.part} aria-label={`Everything about ${name}`}>
      <p className={text.note}>
        Everything that Ballast keeps about <UserText max={80}>{name}</UserText>: the row of this
        table, evidence from other tools, the issues that it is named on, and sent updates. What
        belongs to issues that you may not see is left out; the file says how much.
      </p>
      <Answered asked={asked} loading="Gathering…">
        {(file) => <FileToKeep file={file} />}
      </Answered>
      <div className={layout.rowBelow}>
        <Button appearance="subtle" onClick={close}>
          Close
        </Button>
      </div>
    </section>
  );
}
