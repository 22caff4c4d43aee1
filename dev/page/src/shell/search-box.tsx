import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { readSearch } from '../list/list-jql';

/** Takes a key, words or JQL; where it leads is `readSearch`'s to say. */
export function SearchBox() {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const search = () => {
    const { kind, text } = readSearch(typed);
    if (text === '') return;
    setTyped('');
    void navigate(
      kind === 'issue'
        ? `/browse/${text}`
        : `/issues?${new URLSearchParams({ jql: text }).toString()}`,
    );
  };
  return (
    <form
      role="search"
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <Textfield
        aria-label="Search: a key, words or JQL"
        placeholder="Search: key, words or JQL"
        isCompact
        value={typed}
        elemBeforeInput={
          <span className="field-icon">
            <SearchIcon label="" />
          </span>
        }
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
    </form>
  );
}
