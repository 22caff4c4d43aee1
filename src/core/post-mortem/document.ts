import { dayOf } from '../time/utc-day';
import { factorLabel } from '../terms/factor';
import type { Spans } from './timeline';
import type { PostMortemView } from './view';
import { ownMember } from '../terms/own-member';

/** A piece of a text to share; Markdown and Jira's own format are both made from it. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

type Documented = Omit<PostMortemView, 'markdown'>;

/** What stakeholders want to know: no names of customers, no comments, people only as owners. */
export function documentOf(view: Documented): readonly Block[] {
  const { severity, incidents, factors, actions, noAction, review, people } = view;
  const name = (accountId: string): string => ownMember(people, accountId) ?? 'somebody';
  const note = (id: string): string | null =>
    view.items.find((item) => item.id === id)?.note.trim() || null;
  return [
    { kind: 'heading', text: `Post-mortem of ${view.key}` },
    {
      kind: 'list',
      items: [
        ...(severity === null ? [] : [`Severity: SEV${severity}`]),
        ...(incidents.length === 0
          ? []
          : [`Incidents: ${incidents.map(({ key }) => key).join(', ')}`]),
        `Owner: ${view.owner === null ? 'nobody yet' : name(view.owner)}`,
        ...spanWords(view.spans),
      ],
    },
    ...section('What happened', [note('impact'), note('timeline')]),
    ...section('How it was noticed', [note('detection')]),
    ...list(
      'What contributed',
      factors.map(({ kind, text }) => `${factorLabel(kind)}: ${text}`),
    ),
    ...list(
      'Has it happened before?',
      view.earlier === null ? [] : view.earlier.length === 0 ? ['No'] : view.earlier,
    ),
    ...list('What we do about it', [
      ...actions.map(
        ({ key, summary, owner, due, done }) =>
          `${key} ${summary} (${name(owner)}, ${done === null ? `due ${due}` : `done ${done}`})`,
      ),
      ...(noAction === null ? [] : [`Decided not to act: ${noAction.reason}`]),
    ]),
    ...(review === null
      ? []
      : [
          {
            kind: 'text' as const,
            text: `Reviewed by ${name(review.by)} on ${dayOf(review.at)}.`,
          },
        ]),
  ];
}

export function markdownOf(blocks: readonly Block[]): string {
  return blocks
    .map((block, at) => {
      if (block.kind === 'heading') return `${at === 0 ? '#' : '##'} ${plain(block.text)}`;
      return block.kind === 'text'
        ? plain(block.text)
        : block.items.map((item) => `- ${plain(item)}`).join('\n');
    })
    .join('\n\n');
}

/** `2 h 5 min`, `3 d 4 h`. */
export function duration(minutes: number): string {
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor((minutes % 1440) / 60),
    minutes % 60,
  ];
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function spanWords({ toFirstStep, toResolution }: Spans): string[] {
  return [
    ...(toFirstStep === null ? [] : [`First step after ${duration(toFirstStep)}`]),
    ...(toResolution === null ? [] : [`Resolved after ${duration(toResolution)}`]),
  ];
}

function section(title: string, texts: readonly (string | null)[]): Block[] {
  const said = texts.filter((text) => text !== null);
  return said.length === 0
    ? []
    : [{ kind: 'heading', text: title }, ...said.map((text): Block => ({ kind: 'text', text }))];
}

function list(title: string, items: readonly string[]): Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: title },
        { kind: 'list', items },
      ];
}

/** One line in which nothing is markup. */
function plain(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- control characters are exactly what must not be shared
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/[\\`*_[\]<>#|~]/gu, '\\$&')
  );
}
