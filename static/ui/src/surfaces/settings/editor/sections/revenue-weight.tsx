import type { JSX } from 'react';
import { readAt } from '../../draft/document-path';
import { useEditor } from '../editor-context';
import { ChoiceBox } from '../fields/simple-fields';
import { SettingControls } from '../fields/setting-control';
import { Row } from '../fields/field-row';
import type { Setting } from '../fields/setting';
import { usePlace } from '../fields/use-place';

const PATH = ['customers', 'revenue'] as const;
const begun = { from: 10_000, to: 1_000_000, least: 1, most: 3, currency: '€' };

const curve: readonly Setting[] = [
  {
    kind: 'number',
    path: [...PATH, 'from'],
    label: 'Revenue a year from which a customer weighs more',
    min: 0,
    help: 'In the currency of the table of customers.',
  },
  {
    kind: 'number',
    path: [...PATH, 'least'],
    label: 'Weight up to there',
    unit: '×',
    min: 0,
    max: 100,
  },
  {
    kind: 'number',
    path: [...PATH, 'to'],
    label: 'Revenue a year from which it weighs most',
    min: 0,
    help: 'In between, each doubling adds the same.',
  },
  {
    kind: 'number',
    path: [...PATH, 'most'],
    label: 'Weight from there on',
    unit: '×',
    min: 0,
    max: 100,
  },
  {
    kind: 'text',
    path: [...PATH, 'currency'],
    label: 'Currency',
    max: 8,
    placeholder: '€',
    help: 'Written before amounts in the reasons of a score, for everybody who sees the ticket.',
  },
];

/** Whether customers weigh by their revenue, and how much. */
export function RevenueWeight(): JSX.Element {
  const { draft } = useEditor();
  const place = usePlace(PATH, false);
  const counts = readAt(draft.document, PATH) !== undefined;
  return (
    <>
      <Row
        place={place}
        label="The revenue of a customer"
        help="A customer’s own weight comes first; revenue then comes before the segment."
      >
        <ChoiceBox
          id={place.id}
          describedBy={place.describedBy}
          locked={place.locked}
          invalid={place.invalid}
          value={counts ? 'counts' : 'shown'}
          options={[
            { value: 'shown', label: 'is only shown' },
            { value: 'counts', label: 'sets the weight' },
          ]}
          write={(wanted) => place.write(wanted === 'counts' ? begun : undefined)}
        />
      </Row>
      {counts && <SettingControls of={curve} />}
    </>
  );
}
