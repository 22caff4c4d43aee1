import { useEffect, useRef, useState } from 'react';
import type { Rule } from '../../../automation/rule';
import type { BridgeReply, RuleAction } from '../../wire';
import { call } from '../jira/rest';
import { fromFrame, type ToFrame } from '../surfaces/frame-messages';
import { useTheme } from '../theme';

interface Props {
  readonly action: RuleAction;
  readonly inputs: Rule['inputs'];
  readonly problems: Readonly<Record<string, string>>;
  /** Grows when the person wants to save: the form is then asked for its inputs. */
  readonly asking: number;
  readonly changed: (inputs: Rule['inputs']) => void;
  readonly finished: (inputs: Rule['inputs']) => void;
  readonly incomplete: () => void;
}

/** How long a form has to answer when it is asked for its inputs; in milliseconds. One with problems stays silent. */
const PATIENCE = 1_500;

/** The form of an action in a sandboxed frame, as Jira's automation shows it: it submits on each change, and when asked. */
export function ActionForm(props: Props) {
  const { action, asking } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef(props);
  const waiting = useRef<number | null>(null);
  const [height, setHeight] = useState(160);
  const { shown } = useTheme();
  const colorMode = useRef(shown);
  useEffect(() => {
    latest.current = props;
    colorMode.current = shown;
  });

  useEffect(() => {
    // A sandboxed frame has an opaque origin, which only '*' reaches; the page's CSP keeps the frame on this server.
    const post = (message: ToFrame) => {
      frame.current?.contentWindow?.postMessage(message, '*');
    };
    const answer = async (command: string, data: unknown): Promise<unknown> => {
      if (command === 'enableTheming')
        return post({ forge: 'theme', colorMode: colorMode.current });
      if (command === 'emitReadyEvent') return undefined;
      if (command === 'submit') return submitted(data);
      const {
        action: { key },
        inputs,
        problems,
      } = latest.current;
      const reply = (await call('POST', '/__host/automation/form', {
        action: key,
        inputs,
        problems,
        command,
        ...(data === undefined ? {} : { data }),
      })) as BridgeReply;
      if (!reply.ok) throw new Error(reply.error);
      return reply.value;
    };
    const submitted = (data: unknown): boolean => {
      const inputs = data as Rule['inputs'];
      const asked = waiting.current;
      if (asked === null) latest.current.changed(inputs);
      else {
        window.clearTimeout(asked);
        waiting.current = null;
        latest.current.finished(inputs);
      }
      return true;
    };
    const listen = ({ source, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.current?.contentWindow) return;
      const message = fromFrame(data);
      if (message?.forge === 'height')
        setHeight(Math.min(3000, Math.max(24, Math.ceil(message.height))));
      if (message?.forge !== 'call') return;
      const { id, command } = message;
      answer(command, message.data).then(
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
  }, []);

  useEffect(() => {
    frame.current?.contentWindow?.postMessage(
      { forge: 'theme', colorMode: shown } satisfies ToFrame,
      '*',
    );
  }, [shown]);

  useEffect(() => {
    if (asking === 0) return undefined;
    waiting.current = window.setTimeout(() => {
      waiting.current = null;
      latest.current.incomplete();
    }, PATIENCE);
    frame.current?.contentWindow?.postMessage(
      { forge: 'event', event: 'AUTOMATION_ACTION_SUBMIT', payload: {} } satisfies ToFrame,
      '*',
    );
    return () => {
      if (waiting.current !== null) window.clearTimeout(waiting.current);
      waiting.current = null;
    };
  }, [asking]);

  return (
    <iframe
      ref={frame}
      className="surface"
      title={`Settings of ${action.name}`}
      src={`${action.src}?surface=${encodeURIComponent(action.key)}`}
      sandbox="allow-scripts allow-forms allow-modals allow-popups"
      style={{ height }}
    />
  );
}
