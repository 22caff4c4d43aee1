import Button from '@atlaskit/button/new';
import type { JSX } from 'react';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { wholeNumber } from '../../../shared/text/format-number';
import textStyles from '../../../shared/styles/text.module.css';

interface Props {
  readonly name: string;
  readonly close: () => void;
}

/** Asks whether to remove a customer from the table, or with the evidence that names it, and says what stays. */
export function CustomerRemoval({ name, close }: Props): JSX.Element {
  const remove = useCommand('customers.remove', close);
  const erase = useCommand('customers.erase', ({ left }) => {
    if (left === 0) close();
  });
  const left = erase.done?.left ?? 0;
  return (
    <>
      <Button
        spacing="compact"
        appearance="danger"
        isLoading={remove.acting}
        isDisabled={erase.acting}
        onClick={() => remove.act({ names: [name] })}
      >
        Remove for good
      </Button>
      <Button
        spacing="compact"
        appearance="danger"
        isLoading={erase.acting}
        isDisabled={remove.acting}
        onClick={() => erase.act({ name })}
      >
        {left === 0
          ? 'Remove with its evidence'
          : `Remove the remaining ${wholeNumber(left)} pieces`}
      </Button>
      <Button spacing="compact" onClick={close}>
        Keep
      </Button>
      <p className={textStyles.note}>
        “Remove for good” takes the customer out of this table: its evidence then weighs 1. “Remove
        with its evidence” also removes what other tools and rules reported about it. Jira tickets,
        sent updates and the decision log stay either way.
      </p>
      <RefusedText refusal={remove.refusal ?? erase.refusal} />
    </>
  );
}
