import Button from '@atlaskit/button/new';
import { useState, type JSX } from 'react';
import { visibleText } from '../text/visible-text';
import styles from './copy-text.module.css';
import textStyles from '../styles/text.module.css';
import layout from '../styles/layout.module.css';

type State = 'idle' | 'copied' | 'refused';

/** Copies a text; where the browser does not let a frame do that, shows it selected, ready for the person's own keys. */
export function CopyText({
  text,
  label,
}: {
  readonly text: string;
  readonly label: string;
}): JSX.Element {
  const [state, setState] = useState<State>('idle');
  const copy = (): void => {
    // Undefined where the frame may not use the clipboard at all, whatever the types say.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const done =
      clipboard === undefined
        ? Promise.reject(new Error('no clipboard'))
        : clipboard.writeText(visibleText(text));
    done.then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <div className={layout.row}>
      <Button spacing="compact" onClick={copy}>
        {label}
      </Button>
      <span role="status" className={textStyles.aside}>
        {state === 'copied' && 'Copied'}
        {state === 'refused' && 'Your browser keeps this frame from copying: copy it from below.'}
      </span>
      {state === 'refused' && (
        <textarea
          className={styles.text}
          readOnly
          rows={8}
          aria-label="The text to copy"
          value={visibleText(text)}
          ref={takeUp}
        />
      )}
    </div>
  );
}

/** Once, when it appears: a text that is only selected is not what a keyboard copies. */
function takeUp(element: HTMLTextAreaElement | null): void {
  element?.focus();
  element?.select();
}
