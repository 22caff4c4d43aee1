import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useChangelog } from '../jira/queries';
import { Initials } from '../parts/person';
import { Failed, Loading } from '../parts/states';
import { When } from '../parts/when';

const pageSize = 100;

/** Jira lists changes from the oldest; the newest of the page come first here. */
export function History({ issueKey }: { readonly issueKey: string }) {
  const [startAt, setStartAt] = useState(0);
  const history = useChangelog(issueKey, startAt);
  if (history.isPending) return <Loading what="the history" />;
  if (history.isError)
    return <Failed what="The history" error={history.error} retry={() => void history.refetch()} />;
  const { values, total = values.length } = history.data;
  if (values.length === 0)
    return <p className="quiet activity">Nothing has changed since this issue was created.</p>;
  return (
    <div className="activity">
      <ul className="entries">
        {[...values].reverse().map(({ id, author, created, items }) => (
          <li key={id}>
            <Initials name={author?.displayName ?? 'Ballast'} />
            <div>
              <p className="entry-head">
                <strong>{author?.displayName ?? 'An app'}</strong> <When iso={created} />
              </p>
              {items.map((item, index) => (
                <p key={index} className="change">
                  <span className="change-field">{item.field}</span>
                  <span className="change-value">{item.fromString || 'none'}</span>
                  <span aria-label="became">→</span>
                  <span className="change-value">{item.toString || 'none'}</span>
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {total > pageSize ? (
        <span className="pager-buttons">
          <Button
            isDisabled={startAt === 0}
            onClick={() => {
              setStartAt(startAt - pageSize);
            }}
          >
            Earlier
          </Button>
          <Button
            isDisabled={startAt + pageSize >= total}
            onClick={() => {
              setStartAt(startAt + pageSize);
            }}
          >
            Later
          </Button>
        </span>
      ) : null}
    </div>
  );
}
