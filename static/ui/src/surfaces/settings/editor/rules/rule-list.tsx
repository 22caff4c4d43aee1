import Button from '@atlaskit/button/new';
import type { JSX } from 'react';
import { capital } from '../../../../shared/text/sentences';
import { listAt, textAt } from '../../draft/document-path';
import { problemsAt, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { OrderTools } from '../fields/order-tools';
import { ChoiceBox } from '../fields/simple-fields';
import type { RuleOptions } from './condition';
import { Conditions } from './conditions';
import styles from '../editor.module.css';
import text from '../../../../shared/styles/text.module.css';
import layout from '../../../../shared/styles/layout.module.css';

/** Rules in the order in which they are tried. */
export function RuleList({ options }: { readonly options: RuleOptions }): JSX.Element {
  const { draft } = useEditor();
  const { path, outcome } = options;
  const rules = listAt(draft.document, [path]);
  const locked = draft.readOnly !== null;
  const write = (list: readonly unknown[]): void => draft.set([path], list);
  const [first] = options.outcomes;
  return (
    <>
      <p
        className={text.note}
      >{`Tried from top to bottom; the first of which anything holds decides. ${options.otherwise}`}</p>
      <ol className={layout.column}>
        {rules.map((rule, at) => (
          <li key={at} className={styles.card} data-place={`${path}.${at}`}>
            <div className={styles.cardHead}>
              <span className={styles.conditionParts}>
                <span>{`${at + 1}.`}</span>
                <ChoiceBox
                  label={`${options.outcomeLabel} of rule ${at + 1}`}
                  value={textAt(rule, [outcome])}
                  options={options.outcomes}
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
            <Conditions options={options} path={[path, at, 'any']} rule={`rule ${at + 1}`} />
            <ProblemText
              problems={[
                ...problemsAt(draft, [path, at]),
                ...problemsAt(draft, [path, at, 'any']),
                ...problemsAt(draft, [path, at, outcome]),
              ]}
            />
          </li>
        ))}
      </ol>
      {!locked && rules.length < options.most && (
        <div>
          <Button
            spacing="compact"
            onClick={() => write([...rules, { [outcome]: first?.value, any: [fresh(options)] }])}
          >
            Add a rule
          </Button>
        </div>
      )}
    </>
  );
}

function fresh({ conditions: [first] }: RuleOptions): unknown {
  return { kind: first?.kind, ...first?.fresh };
}
