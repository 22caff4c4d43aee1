import type { ProductEvent } from '../jira/protocol';
import type { Rule } from './rule';

/** Why a rule starts for an event, and for which issues by id; null when it does not. */
export interface Start {
  readonly because: string;
  readonly issueId: string;
  /** The other end of a new link. */
  readonly destinationId: string | null;
}

interface Item {
  readonly names: readonly string[];
  readonly to: string;
}

/** What an event starts. Changes by apps start nothing: a rule would answer its own doings for ever. */
export function startOf({ trigger }: Pick<Rule, 'trigger'>, event: ProductEvent): Start | null {
  if (event.selfGenerated) return null;
  const { name, payload } = event;
  if (trigger.when === 'linked')
    return name === 'avi:jira:created:issuelink' ? linked(trigger.type, payload) : null;
  const issueId = textIn(payload['issue'], 'id');
  if (issueId === null) return null;
  const started = (because: string): Start => ({ because, issueId, destinationId: null });
  if (trigger.when === 'created')
    return name === 'avi:jira:created:issue' ? started('work item created') : null;
  if (name !== 'avi:jira:updated:issue') return null;
  const items = itemsOf(payload['changelog']);
  if (trigger.when === 'transitioned') {
    const move = items.find(({ names }) => names.includes('status'));
    return move !== undefined && fits(trigger.to, move.to) ? started(`moved to ${move.to}`) : null;
  }
  if (trigger.when !== 'edited') return null;
  const wanted = trigger.fields.map((field) => field.toLowerCase());
  const changed = items.find(
    ({ names }) => wanted.length === 0 || names.some((each) => wanted.includes(each)),
  );
  return changed === undefined ? null : started(`${changed.names[0] ?? 'a field'} edited`);
}

function linked(type: string, payload: ProductEvent['payload']): Start | null {
  const kind = payload['issueLinkType'];
  const names = ['name', 'inward', 'outward', 'inwardName', 'outwardName'].flatMap(
    (member) => textIn(kind, member) ?? [],
  );
  if (type !== '' && !names.some((name) => fits(type, name))) return null;
  const [issueId, destinationId] = [
    textIn(payload, 'sourceIssueId'),
    textIn(payload, 'destinationIssueId'),
  ];
  return issueId === null
    ? null
    : { because: `linked (${names[0] ?? 'some type'})`, issueId, destinationId };
}

const fits = (wanted: string, name: string): boolean =>
  wanted === '' || wanted.toLowerCase() === name.toLowerCase();

function itemsOf(changelog: unknown): readonly Item[] {
  const items: unknown =
    typeof changelog === 'object' && changelog !== null ? Reflect.get(changelog, 'items') : [];
  return (Array.isArray(items) ? (items as readonly unknown[]) : []).map((item) => ({
    names: ['field', 'fieldId'].flatMap((member) => textIn(item, member)?.toLowerCase() ?? []),
    to: textIn(item, 'toString') ?? '',
  }));
}

function textIn(from: unknown, member: string): string | null {
  if (typeof from !== 'object' || from === null || !Object.hasOwn(from, member)) return null;
  const value: unknown = Reflect.get(from, member);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
