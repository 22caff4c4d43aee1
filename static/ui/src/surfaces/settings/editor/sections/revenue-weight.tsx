import type { JSX } from 'react';
import { readAt } from '../../draft/document-path';
import { useEditor } from '../editor-context';
import { ChoiceBox } from '../settings/simple-settings';
import { Settings } from '../settings/control';
import { Row } from '../settings/row';
import type { Setting } from '../settings/setting';
import { usePlace } from '../settings/use-place';

const PATH = ['customers', 'revenue'] as const;
const begun = { from: 10_000, to: 1_000_000, least: 1, most: 3, currency: '€' };

const curve: readonly Setting[] = [
  { kind: 'number', path: [...PATH, 'from'], label: 'Up to', unit: 'a year', min: 0, help: 'In the currency of the table of customers.' },
  { kind: 'number', path: [...PATH, 'least'], label: 'a customer weighs', unit: 'times as much', min: 0, max: 100 },
  { kind: 'number', path: [...PATH, 'to'], label: 'From', unit: 'a year on', min: 0, help: 'In between the weight rises evenly with each doubling.' },
  { kind: 'number', path: [...PATH, 'most'], label: 'a customer weighs', unit: 'times as much', min: 0, max: 100 },
  { kind: 'text', path: [...PATH, 'currency'], label: 'Currency', max: 8, placeholder: '€', help: 'Written before amounts in the reasons of a score, for everybody who sees the ticket.' },
];

/** Whether customers weigh by their revenue, and how much. */
export function RevenueWeight(): JSX.Element {
  const { draft } = useEditor();
  const place = usePlace(PATH, false);
  const counts = readAt(draft.document, PATH) !== undefined;
  return (
    <>
      <Row place={place} label="The revenue of a customer" help="A customer’s own weight comes first; revenue then comes before the segment.">
        <ChoiceBox
          id={place.id} describedBy={place.describedBy} locked={place.locked} invalid={place.invalid} value={counts ? 'counts' : 'shown'}
          options={[{ value: 'shown', label: 'is shown and does not count' }, { value: 'counts', label: 'decides what the customer weighs' }]}
          write={(wish) => place.write(wish === 'counts' ? begun : undefined)}
        />
      </Row>
      {counts && <Settings of={curve} />}
    </>
  );
}
