import { useCallback, useEffect, useMemo, useRef, useState, type JSX } from 'react';
import { readAt, textAt } from '../draft/document-path';
import type { Draft } from '../draft/draft';
import { EditorProvider, isUnder, type Editor } from './editor-context';
import type { EditorInputs } from './editor-inputs';
import { placeIn } from './find-place';
import { ProblemList } from './problem-list';
import { SaveBar } from './save-bar';
import { SectionFrame } from './section-frame';
import { sections } from './sections/sections';
import styles from './editor.module.css';

interface Props {
  readonly draft: Draft;
  readonly inputs: EditorInputs;
}

/** Everything a project decides about prioritising, section by section. */
export function RubricEditor({ draft, inputs }: Props): JSX.Element {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(['criteria']));
  const [wanted, setWanted] = useState<{ readonly path: string } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const { document } = draft;
  const toggle = useCallback(
    (id: string) =>
      setOpen((before) =>
        before.has(id)
          ? new Set([...before].filter((one) => one !== id))
          : new Set([...before, id]),
      ),
    [],
  );
  const reveal = useCallback((path: string) => setWanted({ path }), []);
  const hidden = wanted === null ? [] : hiding(document, wanted.path).filter((id) => !open.has(id));
  // What hides the place opens in the same drawing, so that the effect below finds it.
  if (hidden.length > 0) setOpen(new Set([...open, ...hidden]));
  useEffect(() => {
    if (wanted === null || root.current === null) return;
    const place = placeIn(root.current, wanted.path);
    place?.scrollIntoView({ block: 'center' });
    place
      ?.querySelector<HTMLElement>('input, textarea, select, button')
      ?.focus({ preventScroll: true });
    setWanted(null);
  }, [wanted]);
  const editor: Editor = useMemo(
    () => ({ draft, inputs, open, toggle, reveal }),
    [draft, inputs, open, toggle, reveal],
  );
  return (
    <EditorProvider value={editor}>
      <div className={styles.editor} ref={root}>
        <SaveBar draft={draft} />
        <ProblemList />
        <div className={styles.sections}>
          {sections.map((section) => (
            <SectionFrame key={section.id} section={section} />
          ))}
        </div>
      </div>
    </EditorProvider>
  );
}

/** The parts that must stand open for a place to be seen. */
function hiding(document: unknown, path: string): readonly string[] {
  const section = sections.find(({ keys }) => keys.some((key) => isUnder(path, key)));
  const [top, at] = path.split('.');
  const criterion =
    top === 'criteria' && at !== undefined
      ? [`criteria.${textAt(readAt(document, ['criteria', Number(at)]), ['id'])}`]
      : [];
  return [...(section === undefined ? [] : [section.id]), ...criterion];
}
