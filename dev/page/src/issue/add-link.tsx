import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { useLinkTypes } from '../jira/queries';
import { jira } from '../jira/rest';
import { useChange } from './use-change-issue';

interface Phrase {
  readonly value: string;
  readonly label: string;
  readonly type: string;
  /** Whether this issue is the link's source ("blocks") or its destination ("is blocked by"). */
  readonly isSource: boolean;
}

export function AddLink({ issueKey, onClose }: { readonly issueKey: string; onClose(): void }) {
  const types = useLinkTypes();
  const phrases = (types.data ?? []).flatMap(({ name, outward, inward }): Phrase[] => [
    { value: `${name} out`, label: outward, type: name, isSource: true },
    ...(inward === outward
      ? []
      : [{ value: `${name} in`, label: inward, type: name, isSource: false }]),
  ]);
  const [chosen, setChosen] = useState<Phrase | null>(null);
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const phrase = chosen ?? phrases[0] ?? null;
  const add = useChange(
    'The link',
    issueKey,
    ({ type, source, destination }: { type: string; source: string; destination: string }) =>
      jira('POST', '/issueLink', {
        type: { name: type },
        inwardIssue: { key: source },
        outwardIssue: { key: destination },
      }),
    true,
  );
  const submit = async () => {
    const other = key.trim().toUpperCase();
    if (phrase === null || other === '') {
      setProblem('Give the key of the issue to link, for instance ABC-12.');
      return;
    }
    const ends = phrase.isSource
      ? { source: issueKey, destination: other }
      : { source: other, destination: issueKey };
    await add.mutateAsync({ type: phrase.type, ...ends }).then(onClose, (error: unknown) => {
      setProblem(error instanceof Error ? error.message : 'It could not be linked.');
    });
  };
  return (
    <form
      className="add-link"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <span className="quiet">This issue</span>
      <div className="add-link-type">
        <Select<Phrase>
          aria-label="Kind of link"
          spacing="compact"
          isLoading={types.isPending}
          options={phrases}
          value={phrase}
          onChange={setChosen}
        />
      </div>
      <div className="add-link-key">
        <Textfield
          autoFocus
          isCompact
          aria-label="Key of the other issue"
          placeholder="Key"
          value={key}
          isInvalid={problem !== null}
          onChange={(event) => {
            setKey(event.currentTarget.value);
          }}
        />
      </div>
      <Button type="submit" appearance="primary" isLoading={add.isPending}>
        Link
      </Button>
      <Button appearance="subtle" onClick={onClose}>
        Cancel
      </Button>
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
