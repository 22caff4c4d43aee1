import { z } from 'zod';
import { aheadIn } from './moments';
import { hostility } from './reject-hostile';
import { OpsgenieEvent, readOpsgenie } from './opsgenie';
import { OwnBatch, readOwnBatch } from './own-schema';
import { PagerDutyEvent, readPagerDuty } from './pagerduty';
import type { Read, Report } from './report';
import type { SenderId } from './senders';
import { readStatuspage, StatuspageEvent } from './statuspage';

/** A moment of a report, by the place in the payload that it comes from. */
type Places = Readonly<Record<'occurred' | 'raised', string>>;

interface Reader {
  /** Members that tell this format from the others. */
  readonly marks: readonly string[];
  readonly read: (json: unknown) => readonly (Report | null)[];
  /** Of the report with this number. */
  readonly placesOf: (report: number) => Places;
}

/** A tool that signs in its own way, or one whose webhooks a relay signs. */
type Source = SenderId | 'batch' | 'opsgenie' | 'statuspage';

/** By their source, in the order in which they are tried. */
const READERS: Readonly<Record<Source, Reader>> = {
  batch: {
    marks: ['ballast'],
    read: (json) => readOwnBatch(OwnBatch.parse(json)),
    placesOf: (report) => ({
      occurred: `evidence.${report}.occurredAt`,
      raised: `evidence.${report}.raised`,
    }),
  },
  pagerduty: {
    marks: ['event'],
    read: (json) => [readPagerDuty(PagerDutyEvent.parse(json))],
    placesOf: () => ({ occurred: 'event.occurred_at', raised: 'event.data.created_at' }),
  },
  opsgenie: {
    marks: ['action', 'alert'],
    read: (json) => [readOpsgenie(OpsgenieEvent.parse(json))],
    placesOf: () => ({ occurred: 'alert.updatedAt', raised: 'alert.createdAt' }),
  },
  statuspage: {
    marks: ['page', 'meta'],
    read: (json) => [readStatuspage(StatuspageEvent.parse(json))],
    placesOf: () => ({ occurred: 'incident.updated_at', raised: 'incident.created_at' }),
  },
};

/** What the body of a webhook says, whichever of the known tools sent it. Reasons name places, never contents. */
export function readPayload(body: string, now: Date): Read {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { ok: false, refused: 'malformed', reason: 'the body is not JSON' };
  }
  const harm = hostility(json);
  if (harm !== null) return { ok: false, refused: 'hostile', reason: harm };
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { ok: false, refused: 'unknown', reason: 'the body is not an object' };
  const members = json;
  const found = Object.entries(READERS).find(([, { marks }]) =>
    marks.every((member) => Object.hasOwn(members, member)),
  );
  if (found === undefined)
    return { ok: false, refused: 'unknown', reason: 'the format is none that Ballast knows' };
  const [source, reader] = found;
  try {
    const all = reader.read(json);
    const early = all.flatMap((report, at) => {
      const ahead = report === null ? null : aheadIn(report, now);
      return ahead === null ? [] : [`${reader.placesOf(at)[ahead]} (more than a day ahead)`];
    });
    if (early.length > 0)
      return { ok: false, refused: 'malformed', reason: `${source}: ${someOf(early)}` };
    const reports = all.filter((report) => report !== null);
    return { ok: true, source, reports, skipped: all.length - reports.length };
  } catch (failure) {
    if (!(failure instanceof z.ZodError)) throw failure;
    return { ok: false, refused: 'malformed', reason: `${source}: ${placesOf(failure)}` };
  }
}

/** Zod's own messages may quote what they found: only where and which check failed is told. */
function placesOf({ issues }: z.ZodError): string {
  return someOf(issues.map(({ path, code }) => `${path.map(String).join('.')} (${code})`));
}

function someOf(places: readonly string[]): string {
  const more = places.length > 5 ? ` and ${places.length - 5} more` : '';
  return `${places.slice(0, 5).join(', ')}${more}`;
}
