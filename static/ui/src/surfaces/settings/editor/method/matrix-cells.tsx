import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import { useState, type JSX } from 'react';
import { visibleText } from '../../../../shared/text/visible-text';
import { UserText } from '../../../../shared/text/user-text';
import { listAt } from '../../draft/document-path';
import { problemsUnder, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { ChoiceBox } from '../fields/simple-fields';
import {
  fits,
  fitted,
  MOST_PLACES,
  placesOf,
  withoutPlace,
  withPlaceAdded,
  withPlaceRenamed,
  type Side,
} from './matrix-sides';
import { useMatrixChange } from './use-matrix-change';
import styles from '../editor.module.css';
import table from './matrix.module.css';
import layout from '../../../../shared/styles/layout.module.css';

/** Which pair has which result; rows and columns can be added, removed and renamed. */
export function MatrixCells({
  results,
  locked,
}: {
  readonly results: readonly string[];
  readonly locked: boolean;
}): JSX.Element {
  const { draft } = useEditor();
  const change = useMatrixChange();
  const cells = listAt(draft.document, ['method', 'cells']);
  const [rows, columns] = [placesOf(draft.document, 'rows'), placesOf(draft.document, 'columns')];
  const called = (places: readonly (readonly string[])[], at: number): string =>
    visibleText(places[at]?.[0] ?? String(at + 1));
  return (
    <>
      <div
        className={layout.scroll}
        role="region"
        aria-label="Table of results"
        tabIndex={0}
        data-place="method.cells"
      >
        <table className={table.table}>
          <thead>
            <tr>
              <td />
              {columns.map((names, at) => (
                <th key={at} scope="col">
                  <PlaceHead
                    side="columns"
                    at={at}
                    names={names}
                    of={columns.length}
                    locked={locked}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((row, at) => (
              <tr key={at}>
                <th scope="row">
                  <PlaceHead
                    side="rows"
                    at={at}
                    names={rows[at] ?? []}
                    of={cells.length}
                    locked={locked}
                  />
                </th>
                {listAt(row, []).map((cell, place) => (
                  <td key={place} data-place={`method.cells.${at}.${place}`}>
                    <ChoiceBox
                      label={`${called(rows, at)}, ${called(columns, place)}`}
                      value={cell}
                      options={results.map((value) => ({ value, label: value }))}
                      locked={locked}
                      invalid={problemsUnder(draft, ['method', 'cells', at, place]).length > 0}
                      write={(result) => draft.set(['method', 'cells', at, place], result)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!locked && (
        <div className={table.buttons}>
          <Button
            spacing="compact"
            isDisabled={rows.length >= MOST_PLACES}
            onClick={() => change(withPlaceAdded(draft.document, 'rows'))}
          >
            Add a row
          </Button>
          <Button
            spacing="compact"
            isDisabled={columns.length >= MOST_PLACES}
            onClick={() => change(withPlaceAdded(draft.document, 'columns'))}
          >
            Add a column
          </Button>
        </div>
      )}
      {(['rows', 'columns'] as const)
        .filter((side) => !fits(draft.document, side))
        .map((side) => (
          <div key={side} className={styles.follows}>
            <span>{`The criterion of the ${side} does not count ${String(side === 'rows' ? rows.length : columns.length)} places.`}</span>
            {!locked && (
              <Button
                spacing="compact"
                onClick={() => change(fitted(draft.document, side))}
              >{`Fit it to the ${side}`}</Button>
            )}
          </div>
        ))}
      <ProblemText problems={problemsUnder(draft, ['method', 'cells'])} />
    </>
  );
}

interface PlaceProps {
  readonly side: Side;
  readonly at: number;
  readonly names: readonly string[];
  /** How many places the side has. */
  readonly of: number;
  readonly locked: boolean;
}

/** A place by the name that its criterion's option has in Jira. */
function PlaceHead({ side, at, names: [name, ...others], of, locked }: PlaceProps): JSX.Element {
  const { draft } = useEditor();
  const change = useMatrixChange();
  const shown = name ?? String(at + 1);
  const what = side === 'rows' ? 'row' : 'column';
  if (locked) return <UserText max={60}>{shown}</UserText>;
  return (
    <div className={table.head}>
      <PlaceName
        key={shown}
        label={`Name of ${what} ${String(at + 1)}`}
        name={name ?? ''}
        none={String(at + 1)}
        rename={(next) => {
          const renamed = withPlaceRenamed(draft.document, side, at, next);
          if (renamed !== null) change(renamed);
          return renamed !== null;
        }}
      />
      {of > 2 && (
        <IconButton
          icon={CrossIcon}
          spacing="compact"
          appearance="subtle"
          label={`Remove ${what} ${visibleText(shown)}`}
          onClick={() => change(withoutPlace(draft.document, side, at))}
        />
      )}
      {others.length > 0 && (
        <span className={table.also}>
          also <UserText max={80}>{others.join(', ')}</UserText>
        </span>
      )}
    </div>
  );
}

/** Taken over once it is whole, as every name in between would be an option that nobody has. */
function PlaceName({
  label,
  name,
  none,
  rename,
}: {
  readonly label: string;
  readonly name: string;
  readonly none: string;
  readonly rename: (name: string) => boolean;
}): JSX.Element {
  const [typed, setTyped] = useState(name);
  const [refused, setRefused] = useState(false);
  const take = (): void => {
    const next = typed.trim();
    if (next === name) setRefused(false);
    else if (next === '') setTyped(name);
    else setRefused(!rename(next));
  };
  return (
    <span className={table.name}>
      <Textfield
        isCompact
        aria-label={label}
        value={typed}
        placeholder={none}
        maxLength={255}
        isInvalid={refused}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      {refused && (
        <span role="alert" className={table.refused}>
          Another one has this name.
        </span>
      )}
    </span>
  );
}
