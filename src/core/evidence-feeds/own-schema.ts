import { z } from 'zod';
import { Severity } from '../terms/severity';
import { dayOf, isDay } from '../time/utc-day';
import { MomentText } from './moments';
import { aReport, type Report } from './report';

const Name = z.string().trim().min(1).max(128);
const Day = z.string().refine(isDay, 'is a day such as 2026-11-20');
const IssueKey = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,254}-[1-9]\d{0,18}$/u, 'is the key of an issue');

/** The kinds as people may call them. */
export const EvidenceKind = z.enum(['incident', 'support', 'report', 'usage']);

const Piece = z.strictObject({
  source: Name.regex(/^[\w .:-]+$/u, 'is a plain name'),
  id: Name,
  kind: EvidenceKind,
  occurredAt: MomentText,
  status: z.enum(['open', 'resolved', 'withdrawn']).optional(),
  mergedInto: Name.optional(),
  issues: z.array(IssueKey).max(50).optional(),
  services: z.array(Name).max(50).optional(),
  customer: Name.optional(),
  segment: Name.optional(),
  severity: z.union([Severity, Name]).optional(),
  value: z.number().min(0).max(1e12).optional(),
  raised: Day.optional(),
});

/** Ballast's own batch. `ballast` is the format's number. */
export const OwnBatch = z.strictObject({
  ballast: z.literal(1),
  evidence: z.array(Piece).min(1).max(200),
});

/** The issues that a batch names are all of them; a batch that names none leaves them as they are. */
export function readOwnBatch({ evidence }: z.infer<typeof OwnBatch>): readonly Report[] {
  return evidence.map((piece) =>
    aReport({
      source: piece.source.toLowerCase(),
      externalId: piece.id,
      kind: piece.kind,
      occurred: piece.occurredAt,
      state: piece.status ?? null,
      mergedInto: piece.mergedInto ?? null,
      issues: { keys: [...new Set(piece.issues ?? [])], whole: piece.issues !== undefined },
      services: piece.services ?? [],
      customer: piece.customer ?? null,
      segment: piece.segment ?? null,
      level: piece.severity === undefined ? null : String(piece.severity),
      value: piece.value ?? null,
      raised: piece.raised ?? dayOf(piece.occurredAt),
    }),
  );
}
