import Button from '@atlaskit/button/new';
import type { JSX } from 'react';
import { downloadText } from '../text/download-text';
import { CopyText } from './copy-text';
import styles from './file-to-keep.module.css';
import textStyles from '../styles/text.module.css';
import layout from '../styles/layout.module.css';

interface Props {
  readonly file: { readonly fileName: string; readonly text: string };
}

/** A text as a file, to copy, and to read. */
export function FileToKeep({ file: { fileName, text } }: Props): JSX.Element {
  return (
    <>
      <div className={layout.rowBelow}>
        <Button appearance="primary" onClick={() => downloadText(fileName, text)}>
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
