import Button from '@atlaskit/button/new';
import type { JSX } from 'react';
import { isWeighted, sharesOf } from '../../../../../../../src/core/rubric/document/shares';
import { listAt, numberAt, textAt } from '../../draft/document-path';
import { problemsAt, useEditor } from '../editor-context';
import { ProblemText } from '../problem-text';
import { AddCriterion } from './add-criterion';
import { CriterionItem } from './criterion-item';
import { idFor } from './new-ids';
import { PillarHead } from './pillar-head';
import editor from '../editor.module.css';
import styles from './criteria.module.css';
import text from '../../../../shared/styles/text.module.css';
import layout from '../../../../shared/styles/layout.module.css';

/** As the checks allow. */
const MOST_CRITERIA = 60;

/** Pillars with their criteria, and what share of the value each has. */
export function CriteriaSection(): JSX.Element {
  const { draft, reveal } = useEditor();
  const { document, readOnly } = draft;
  const pillars = listAt(document, ['pillars']);
  const criteria = listAt(document, ['criteria']);
  const weights = criteria.map((criterion) => numberAt(criterion, ['weight']) ?? 0);
  const shares = isWeighted(textAt(document, ['method', 'kind'])) ? sharesOf(weights) : null;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const ids = pillars.map((pillar) => textAt(pillar, ['id']));
  const addPillar = (): void => {
    draft.set(
      ['pillars'],
      [...pillars, { id: idFor('pillar', ids, 'pillar'), label: 'New pillar' }],
    );
    reveal(`pillars.${pillars.length}.label`);
  };
  return (
    <>
      <p className={text.note}>
        {shares === null
          ? 'The formula or table under “Method” says how these work together: they have no weights.'
          : 'Shares always add up to 100 %. Raising one makes room by lowering all others in proportion: between themselves the others stay as they were.'}
      </p>
      <ProblemText
        problems={[...problemsAt(draft, ['criteria']), ...problemsAt(draft, ['pillars'])]}
      />
      {pillars.map((pillar, at) => {
        const id = ids[at] ?? '';
        const own = criteria.flatMap((criterion, place) =>
          textAt(criterion, ['pillar']) === id ? [place] : [],
        );
        return (
          <div key={at} className={styles.pillar}>
            <PillarHead
              at={at}
              share={
                shares === null ? null : own.reduce((sum, place) => sum + (shares[place] ?? 0), 0)
              }
              criteria={own.length}
            />
            <ul className={layout.list}>
              {own.map((place) => (
                <CriterionItem
                  key={textAt(criteria[place], ['id'])}
                  at={place}
                  share={shares?.[place] ?? null}
                  others={total - (weights[place] ?? 0)}
                />
              ))}
            </ul>
            {readOnly === null && criteria.length < MOST_CRITERIA && (
              <AddCriterion pillar={id} label={textAt(pillar, ['label'])} />
            )}
          </div>
        );
      })}
      {readOnly === null && criteria.length >= MOST_CRITERIA && (
        <p
          className={text.note}
        >{`${String(MOST_CRITERIA)} criteria are the most there can be: remove one to add another.`}</p>
      )}
      <Lost ids={ids} />
      {readOnly === null && pillars.length < 12 && (
        <div>
          <Button spacing="compact" onClick={addPillar}>
            Add a pillar
          </Button>
        </div>
      )}
    </>
  );
}

/** Criteria whose pillar is gone are shown, not lost. */
function Lost({ ids }: { readonly ids: readonly string[] }): JSX.Element | null {
  const { draft } = useEditor();
  const lost = listAt(draft.document, ['criteria']).flatMap((criterion, at) =>
    ids.includes(textAt(criterion, ['pillar'])) ? [] : [at],
  );
  if (lost.length === 0) return null;
  return (
    <div className={styles.pillar}>
      <p className={editor.label}>Without a pillar</p>
      <ul className={layout.list}>
        {lost.map((at) => (
          <CriterionItem key={at} at={at} share={null} others={0} />
        ))}
      </ul>
    </div>
  );
}
