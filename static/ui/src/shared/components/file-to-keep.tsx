import Button from '@atlaskit/button/new';
import type { JSX } from 'react';
import { CopyText } from './copy-text';
import styles from './file-to-keep.module.css';
import textStyles from '../styles/text.module.css';
import layout from '../styles/layout.module.css';

interface Props {
  readonly file: { readonly fileName: string; readonly text: string };
}

/** A text as a file, to copy, and to read. A sandboxed frame may download only what a person clicks. */
export function FileToKeep({ file: { fileName, text } }: Props): JSX.Element {
  const download = (): void => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    const link = window.document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <>
      <div className={layout.rowBelow}>
        <Button appearance="primary" onClick={download}>
          {`Download ${fileName}`}
        </Button>
        <CopyText text={text} label="Copy" />
      </div>
      <details>
        <summary className={styles.summary}>Look at it</summary>
        <textarea
          className={textStyles.document}
          readOnly
          rows={18}
          aria-label={fileName}
          value={text}
        />
      </details>
    </>
  );
}
