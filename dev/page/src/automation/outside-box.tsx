import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { Labelled } from './labelled';
import { useOutsideTool } from './queries';

interface Choice {
  readonly value: string;
  readonly label: string;
}

const tools: readonly Choice[] = [
  { value: 'pagerduty', label: 'PagerDuty' },
  { value: 'opsgenie', label: 'Opsgenie' },
  { value: 'statuspage', label: 'Statuspage' },
  { value: 'batch', label: "A help desk, in Ballast's own format" },
];
const happenings: readonly Choice[] = [
  { value: 'begins', label: 'An incident begins' },
  { value: 'gets worse', label: 'It gets worse' },
  { value: 'is over', label: 'It is over' },
];

/** Plays a tool outside Jira: a signed webhook to the app's web trigger, as it would come over the internet. */
export function OutsideBox() {
  const [tool, setTool] = useState<Choice | null>(tools[0] ?? null);
  const [happening, setHappening] = useState<Choice | null>(happenings[0] ?? null);
  const [issueKey, setIssueKey] = useState('');
  const send = useOutsideTool();
  return (
    <section className="box" aria-labelledby="outside">
      <h2 id="outside">Evidence from outside</h2>
      <p className="quiet">
        Sends a signed webhook to the app, in the format of the tool. Nothing leaves this machine.
      </p>
      <form
        className="rule-columns"
        onSubmit={(event) => {
          event.preventDefault();
          if (tool !== null && happening !== null)
            send.mutate({
              tool: tool.value,
              happening: happening.value,
              issueKey: issueKey.trim().toUpperCase(),
            });
        }}
      >
        <Labelled label="Tool">
          {(id) => <Select<Choice> inputId={id} options={tools} value={tool} onChange={setTool} />}
        </Labelled>
        <Labelled label="What happens">
          {(id) => (
            <Select<Choice>
              inputId={id}
              options={happenings}
              value={happening}
              onChange={setHappening}
            />
          )}
        </Labelled>
        <Labelled label="Work item it names">
          {(id) => (
            <Textfield
              id={id}
              isRequired
              placeholder="Key"
              value={issueKey}
              onChange={({ currentTarget }) => {
                setIssueKey(currentTarget.value);
              }}
            />
          )}
        </Labelled>
        <div className="rule-send">
          <Button type="submit" isLoading={send.isPending} isDisabled={issueKey.trim() === ''}>
            Send webhook
          </Button>
        </div>
      </form>
      <p role="status">
        {send.isSuccess ? `Answered ${String(send.data.status)}: ${send.data.answer}` : ''}
        {send.isError ? send.error.message : ''}
      </p>
    </section>
  );
}
