import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Faults } from '../../wire';
import { useSetFaults } from './queries';

const none: Faults = {
  limitEvery: 0,
  failEvery: 0,
  dropEvery: 0,
  latencyMs: 0,
  duplicate: false,
  shuffle: false,
  askConsent: false,
  eventDelayMs: 0,
  queryLagMs: 0,
  searchLagMs: 0,
};

type NumberFault = { [K in keyof Faults]: Faults[K] extends number ? K : never }[keyof Faults];
type SwitchFault = Exclude<keyof Faults, NumberFault>;

const numberFaults: readonly (readonly [NumberFault, string, string, number])[] = [
  ['limitEvery', 'Jira refuses with 429', 'every … requests', 5],
  ['failEvery', 'Jira fails with 500', 'every … requests', 5],
  ['dropEvery', 'The connection drops', 'every … requests', 5],
  ['latencyMs', 'Jira answers late', 'by … ms', 500],
  ['eventDelayMs', 'Product events are late', 'by … ms', 5000],
  ['queryLagMs', 'Storage queries lag', 'by … ms', 2000],
  ['searchLagMs', 'Jira’s search lags', 'by … ms', 5000],
];
const switchFaults: readonly (readonly [SwitchFault, string])[] = [
  ['duplicate', 'Deliver everything twice'],
  ['shuffle', 'Deliver out of order'],
  ['askConsent', 'Jira asks people for their consent'],
];

/** Levers that make the platform misbehave; they act on what the app asks and gets, not on this page. */
export function FaultsBox({ faults }: { readonly faults: Faults }) {
  const change = useSetFaults();
  const set = (part: Partial<Faults>) => {
    change.mutate({ ...faults, ...part });
  };
  const isOn = Object.values(faults).some(
    (value: number | boolean) => value !== 0 && value !== false,
  );
  return (
    <section className="box" aria-labelledby="faults">
      <div className="section-head">
        <h2 id="faults">Faults</h2>
        {isOn ? <Lozenge appearance="moved">on</Lozenge> : <Lozenge>off</Lozenge>}
      </div>
      <p className="quiet">What the app meets; this page is spared.</p>
      {numberFaults.map(([id, name, unit, suggested]) => (
        <Lever
          key={id}
          name={name}
          isOn={faults[id] > 0}
          onToggle={(on) => {
            set({ [id]: on ? suggested : 0 });
          }}
        >
          {faults[id] > 0 ? (
            <Amount
              key={faults[id]}
              name={name}
              unit={unit}
              value={faults[id]}
              onChange={(value) => {
                set({ [id]: value });
              }}
            />
          ) : null}
        </Lever>
      ))}
      {switchFaults.map(([id, name]) => (
        <Lever
          key={id}
          name={name}
          isOn={faults[id]}
          onToggle={(on) => {
            set({ [id]: on });
          }}
        />
      ))}
      {isOn ? (
        <Button
          onClick={() => {
            set(none);
          }}
        >
          Everything off
        </Button>
      ) : null}
      {change.isError ? (
        <p className="problem" role="alert">
          {change.error.message}
        </p>
      ) : null}
    </section>
  );
}

interface LeverProps {
  readonly name: string;
  readonly isOn: boolean;
  onToggle(on: boolean): void;
  readonly children?: ReactNode;
}

function Lever({ name, isOn, onToggle, children }: LeverProps) {
  const id = useId();
  return (
    <div className="lever">
      <Toggle
        id={id}
        isChecked={isOn}
        onChange={(event) => {
          onToggle(event.currentTarget.checked);
        }}
      />
      <label htmlFor={id}>{name}</label>
      {children}
    </div>
  );
}

function Amount({
  name,
  unit,
  value,
  onChange,
}: {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  onChange(value: number): void;
}) {
  const [before, after] = unit.split('…');
  return (
    <span className="amount">
      {before}
      <span className="amount-field">
        <Textfield
          aria-label={`${name} ${unit}`}
          isCompact
          type="number"
          min={1}
          defaultValue={value}
          onBlur={(event) => {
            const next = Math.round(Number(event.currentTarget.value));
            if (next > 0 && next !== value) onChange(next);
          }}
        />
      </span>
      {after}
    </span>
  );
}
