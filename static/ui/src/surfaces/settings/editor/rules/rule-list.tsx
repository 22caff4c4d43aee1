import Button from '@atlaskit/button/new';
import type { JSX } from 'react';
import { capital } from '../../../../shared/text/sentences';
import { listAt, textAt } from '../../draft/document-path';
import { problemsAt, useEditor } from '../editor-context';
import { ProblemWords } from '../problem-text';
import { OrderTools } from '../fields/order-tools';
import { ChoiceBox } from '../fields/simple-fields';
import type { RuleBook } from './condition';
import { Conditions } from './conditions';
import styles from '../editor.module.css';

/** Rules in the order in which they are tried. */
export function RuleList({ book }: { readonly book: RuleBook }): JSX.Element {
  const { draft } = useEditor();
  const { path, outcome } = book;
  const rules = listAt(draft.document, [path]);
  const locked = draft.readOnly !== null;
  const write = (list: readonly unknown[]): void => draft.set([path], list);
  const [first] = book.outcomes;
  return (
    <>
      <p
        className={styles.quiet}
      >{`Tried from top to bottom; the first of which anything holds decides. ${book.otherwise}`}</p>
      <ol className={styles.list}>
        {rules.map((rule, at) => (
          <li key={at} className={styles.card} data-place={`${path}.${at}`}>
            <div className={styles.cardHead}>
              <span className={styles.conditionParts}>
                <span>{`${at + 1}.`}</span>
                <ChoiceBox
                  label={`${book.outcomeLabel} of rule ${at + 1}`}
                  value={textAt(rule, [outcome])}
                  options={book.outcomes}
                  locked={locked}
                  write={(value) => draft.set([path, at, outcome], value)}
                />
              </span>
              {!locked && (
                <OrderTools
                  list={rules}
                  at={at}
                  name={`rule ${at + 1}, ${capital(textAt(rule, [outcome]))}`}
                  write={write}
                  keep={rules.length === 1}
                />
              )}
            </div>
            <Conditions book={book} path={[path, at, 'any']} rule={`rule ${at + 1}`} />
            <ProblemWords
              problems={[
                ...problemsAt(draft, [path, at]),
                ...problemsAt(draft, [path, at, 'any']),
                ...problemsAt(draft, [path, at, outcome]),
              ]}
            />
          </li>
        ))}
      </ol>
      {!locked && rules.length < book.most && (
        <div>
          <Button
            spacing="compact"
            onClick={() => write([...rules, { [outcome]: first?.value, any: [fresh(book)] }])}
          >
            Add a rule
          </Button>
        </div>
      )}
    </>
  );
}

function fresh({ conditions: [first] }: RuleBook): unknown {
  return { kind: first?.kind, ...first?.fresh };
}
