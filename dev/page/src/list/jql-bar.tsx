import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { defaultWhere, readSearch } from './list-jql';

interface JqlBarProps {
  readonly where: string;
  onSearch(where: string): void;
}

export function JqlBar({ where, onSearch }: JqlBarProps) {
  const [typed, setTyped] = useState(where);
  const navigate = useNavigate();
  return (
    <form
      className="jql-bar"
      onSubmit={(event) => {
        event.preventDefault();
        const { kind, text } = readSearch(typed);
        if (kind === 'issue') void navigate(`/browse/${text}`);
        else onSearch(text === '' ? defaultWhere : text);
      }}
    >
      <Textfield
        aria-label="JQL"
        isCompact
        isMonospaced
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <Button type="submit">Search</Button>
      {where === defaultWhere ? null : (
        <Button
          appearance="subtle"
          onClick={() => {
            onSearch(defaultWhere);
          }}
        >
          Open issues only
        </Button>
      )}
    </form>
  );
}
