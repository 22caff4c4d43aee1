import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

interface InlineEditProps {
  readonly label: string;
  /** Null makes it read-only. */
  readonly editor: ((close: () => void) => ReactNode) | null;
  readonly children: ReactNode;
}

/** Shows a value that turns into its editor when pressed. Escape closes; focus comes back to the value. */
export function InlineEdit({ label, editor, children }: InlineEditProps) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !editing) button.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  useEffect(() => {
    if (!editing) return;
    // A menu that is open takes the first Escape for itself.
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setEditing(false);
    };
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
    };
  }, [editing]);

  if (editor === null) return <div className="read-only">{children}</div>;
  if (!editing) {
    return (
      <button
        ref={button}
        type="button"
        className="editable"
        onClick={() => {
          setEditing(true);
        }}
      >
        {children}
        <span className="unseen"> – edit {label}</span>
      </button>
    );
  }
  return (
    <div className="editing">
      {editor(() => {
        setEditing(false);
      })}
    </div>
  );
}
