import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { LiveMessage, Surface, SurfacePlace } from '../../wire';
import { useLive } from '../host/live';
import { useNotices } from '../parts/notices';
import { useTheme } from '../theme';
import { answerCommand } from './bridge-commands';
import type { BridgeWorld } from './bridge-commands';
import { fromFrame } from './frame-messages';
import type { ToFrame } from './frame-messages';

/** What Jira tells a surface by itself while it is open. */
export interface FrameEvent {
  readonly event: string;
  readonly payload: unknown;
}

interface Props {
  readonly surface: Surface;
  readonly at: SurfacePlace;
  /** The event that a message of the site is to this surface; null for what does not concern it. */
  readonly hears?: (message: LiveMessage) => FrameEvent | null;
}

const TITLES: Readonly<Record<Surface['type'], (surface: Surface) => string>> = {
  'jira:issuePanel': ({ title }) => `${title} panel`,
  'jira:issueContext': ({ title, label }) => `${title}: ${label}`,
  'jira:projectSettingsPage': ({ title }) => `${title} settings of the project`,
  'jira:adminPage': ({ title }) => `${title} settings of the site`,
};

/** What a frame emits, every frame of the app on this page hears. */
const emitted = new EventTarget();

/** The tallest that a frame grows, in pixels: a surface that measures itself wrongly must not take the page with it. */
const TALLEST = 30_000;

/** A Custom UI surface of the app in a sandboxed frame of its own origin, as tall as what it shows. */
export function SurfaceFrame({ surface, at, hears }: Props) {
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
    at,
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
  const latest = useRef({ world, hears });
  useEffect(() => {
    latest.current = { world, hears };
  });

  useEffect(() => {
    const listen = ({ source, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.current?.contentWindow) return;
      const message = fromFrame(data);
      if (message?.forge === 'height')
        setHeight(Math.min(TALLEST, Math.max(24, Math.ceil(message.height))));
      if (message?.forge === 'emit')
        emitted.dispatchEvent(new CustomEvent('emit', { detail: message }));
      if (message?.forge !== 'call') return;
      const { id, command } = message;
      answerCommand(command, message.data, latest.current.world).then(
        (value) => {
          post({ forge: 'answer', id, ok: true, value });
        },
        (error: unknown) => {
          post({
            forge: 'answer',
            id,
            ok: false,
            error: error instanceof Error ? error.message : String(error),
          });
        },
      );
    };
    window.addEventListener('message', listen);
    return () => {
      window.removeEventListener('message', listen);
    };
  }, [post]);

  useEffect(() => {
    if (themed.current) post({ forge: 'theme', colorMode: shown });
  }, [post, shown]);

  useEffect(() => {
    const hear = (event: Event) => {
      const { detail } = event as CustomEvent<{ event: string; payload: unknown }>;
      post({ forge: 'event', event: detail.event, payload: detail.payload });
    };
    emitted.addEventListener('emit', hear);
    return () => {
      emitted.removeEventListener('emit', hear);
    };
  }, [post]);

  useEffect(
    () =>
      live.subscribe((message) => {
        // Numbers are given once: a frame that did not subscribe under this one has nobody who listens.
        if (message.kind === 'realtime')
          post({
            forge: 'event',
            event: `realtime:${message.subscription}`,
            payload: message.payload,
          });
        const heard = latest.current.hears?.(message) ?? null;
        if (heard !== null) post({ forge: 'event', ...heard });
      }),
    [live, post],
  );

  return (
    <iframe
      key={generation}
      ref={frame}
      className="surface"
      title={TITLES[surface.type](surface)}
      src={`${surface.src}?surface=${encodeURIComponent(surface.key)}`}
      sandbox="allow-scripts allow-forms allow-modals allow-popups allow-downloads"
      style={{ height }}
    />
  );
}
