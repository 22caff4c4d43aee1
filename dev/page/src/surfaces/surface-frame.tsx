import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Surface } from '../../wire';
import { useLive } from '../host/live';
import type { Issue } from '../jira/shapes';
import { useNotices } from '../parts/notices';
import { useTheme } from '../theme';
import { answerCommand } from './bridge-commands';
import type { BridgeWorld } from './bridge-commands';
import { fromFrame } from './frame-messages';
import type { ToFrame } from './frame-messages';

/** A Custom UI surface of the app in a sandboxed frame of its own origin, as tall as what it shows. */
export function SurfaceFrame({ surface, issue }: { readonly surface: Surface; readonly issue: Issue }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const themed = useRef(false);
  const [height, setHeight] = useState(120);
  const [generation, setGeneration] = useState(0);
  const { shown } = useTheme();
  const live = useLive();
  const navigate = useNavigate();
  const notices = useNotices();

  const post = useMemo(
    () => (message: ToFrame) => {
      // A sandboxed frame has an opaque origin, which only '*' reaches; the page's CSP keeps the frame on this server.
      frame.current?.contentWindow?.postMessage(message, '*');
    },
    [],
  );

  const world: BridgeWorld = {
    surface,
    issue,
    colorMode: shown,
    navigate,
    notices,
    reload() {
      themed.current = false;
      setGeneration((count) => count + 1);
    },
    enableTheming() {
      themed.current = true;
      post({ forge: 'theme', colorMode: shown });
    },
  };
  const latest = useRef(world);
  useEffect(() => {
    latest.current = world;
  });

  useEffect(() => {
    const listen = ({ source, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.current?.contentWindow) return;
      const message = fromFrame(data);
      if (message?.forge === 'height') setHeight(Math.min(6000, Math.max(24, Math.ceil(message.height))));
      if (message?.forge !== 'call') return;
      const { id, command } = message;
      answerCommand(command, message.data, latest.current).then(
        (value) => { post({ forge: 'answer', id, ok: true, value }); },
        (error: unknown) => { post({ forge: 'answer', id, ok: false, error: error instanceof Error ? error.message : String(error) }); },
      );
    };
    window.addEventListener('message', listen);
    return () => { window.removeEventListener('message', listen); };
  }, [post]);

  useEffect(() => {
    if (themed.current) post({ forge: 'theme', colorMode: shown });
  }, [post, shown]);

  useEffect(
    () =>
      live.subscribe((message) => {
        if (message.kind !== 'issue' || !message.issueIds.includes(issue.id)) return;
        post({ forge: 'event', event: 'JIRA_ISSUE_CHANGED', payload: { issueId: issue.id, projectId: issue.fields.project?.id } });
      }),
    [live, post, issue.id, issue.fields.project?.id],
  );

  return (
    <iframe
      key={generation}
      ref={frame}
      className="surface"
      title={surface.type === 'jira:issuePanel' ? `${surface.title} panel` : `${surface.title}: ${surface.label}`}
      src={`${surface.src}?surface=${encodeURIComponent(surface.key)}`}
      sandbox="allow-scripts allow-forms allow-modals allow-popups allow-downloads"
      style={{ height }}
    />
  );
}
