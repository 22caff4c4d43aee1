import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { blocksOf, documentOf, textOf } from '../jira/adf-text';
import { jira } from '../jira/rest';
import type { Editable, Issue } from '../jira/shapes';
import { TextBlocks } from '../parts/text-blocks';
import { InlineEdit } from './inline-edit';
import { TypedEditor } from './typed-editor';
import { useChange } from './use-change-issue';

/** Lines; a longer text is shortened until somebody asks for all of it. */
const longestShown = 16;

export function Description({
  issue,
  editable,
}: {
  readonly issue: Issue;
  readonly editable: Editable | undefined;
}) {
  const { description } = issue.fields;
  const change = useChange(
    'The description',
    issue.key,
    (typed: string) =>
      jira('PUT', `/issue/${issue.key}`, {
        fields: { description: typed.trim() === '' ? null : documentOf(typed) },
      }),
    true,
  );
  const blocks = blocksOf(description);
  const isLong = textOf(description).split('\n').length > longestShown;
  const [whole, setWhole] = useState(false);
  return (
    <section aria-labelledby="description">
      <h2 id="description">Description</h2>
      <InlineEdit
        label="Description"
        editor={
          editable === undefined
            ? null
            : (close) => (
                <TypedEditor
                  label="Description"
                  type="paragraphs"
                  value={textOf(description)}
                  save={(typed) => change.mutateAsync(typed)}
                  close={close}
                />
              )
        }
      >
        {blocks.length === 0 ? (
          <span className="quiet">{editable === undefined ? 'None' : 'Add a description…'}</span>
        ) : (
          <span className={isLong && !whole ? 'shortened' : undefined}>
            <TextBlocks blocks={blocks} />
          </span>
        )}
      </InlineEdit>
      {isLong ? (
        <Button
          appearance="subtle"
          spacing="compact"
          onClick={() => {
            setWhole(!whole);
          }}
        >
          {whole ? 'Show less' : 'Show all'}
        </Button>
      ) : null}
    </section>
  );
}
