import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { blocksOf, documentOf } from '../jira/adf-text';
import { useComments } from '../jira/queries';
import { jira } from '../jira/rest';
import { Failed, Loading } from '../parts/states';
import { Initials } from '../parts/person';
import { TextBlocks } from '../parts/text-blocks';
import { When } from '../parts/when';
import { useChange } from './use-change-issue';

export function Comments({
  issueKey,
  mayComment,
}: {
  readonly issueKey: string;
  readonly mayComment: boolean;
}) {
  const comments = useComments(issueKey);
  if (comments.isPending) return <Loading what="comments" />;
  if (comments.isError)
    return <Failed what="Comments" error={comments.error} retry={() => void comments.refetch()} />;
  const { total } = comments.data;
  const hidden = (total ?? 0) - comments.data.comments.length;
  return (
    <div className="activity">
      {mayComment ? <AddComment issueKey={issueKey} /> : null}
      {comments.data.comments.length === 0 ? (
        <p className="quiet">Nobody has commented yet.</p>
      ) : null}
      <ul className="entries">
        {comments.data.comments.map(({ id, author, body, created, jsdPublic }) => (
          <li key={id}>
            <Initials name={author?.displayName ?? 'Anonymous'} />
            <div>
              <p className="entry-head">
                <strong>{author?.displayName ?? 'Anonymous'}</strong> <When iso={created} />
                {jsdPublic === false ? <span className="tag">internal note</span> : null}
              </p>
              <TextBlocks blocks={blocksOf(body)} />
            </div>
          </li>
        ))}
      </ul>
      {hidden > 0 ? <p className="quiet">{hidden} older comments are not shown.</p> : null}
    </div>
  );
}

function AddComment({ issueKey }: { readonly issueKey: string }) {
  const [typed, setTyped] = useState('');
  const add = useChange('The comment', issueKey, (text: string) =>
    jira('POST', `/issue/${issueKey}/comment`, { body: documentOf(text) }),
  );
  return (
    <form
      className="add-comment"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '') return;
        add.mutate(typed, {
          onSuccess: () => {
            setTyped('');
          },
        });
      }}
    >
      <TextArea
        aria-label="Comment"
        placeholder="Add a comment…"
        minimumRows={2}
        resize="auto"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      {typed.trim() === '' ? null : (
        <Button type="submit" appearance="primary" isLoading={add.isPending}>
          Comment
        </Button>
      )}
    </form>
  );
}
