import { z } from 'zod';
import type { RubricPublication } from '../contract';
import type {
  DraftRebased,
  DraftSaved,
  ExportedDocument,
  ImportedDocument,
  OneVersion,
  PeopleFound,
  RubricAnswered,
  SettingsInputs,
  SettingsStarts,
  SettingsView,
  VersionsView,
} from '../contract/settings';
import { answerRubric } from '../usecases/rubric-editing/review-proposal';
import { exportRubric, importRubric } from '../usecases/rubric-editing/import-export';
import { discardDraft, rebaseDraft, saveDraft } from '../usecases/rubric-editing/drafts';
import { findPeople } from '../usecases/rubric-editing/find-people';
import { rollBack } from '../usecases/rubric-editing/submit';
import type { Naming } from '../usecases/ports/people';
import type { PersonsJira } from '../usecases/ports/post-mortem';
import type { SettingsDesk } from '../usecases/access/rubric-access';
import { isSection } from '../usecases/rubric-editing/sections';
import { startsFor } from '../usecases/rubric-editing/starting-points';
import { listVersions, readVersion } from '../usecases/rubric-editing/versions';
import { viewInputs, type InputsDesk } from '../usecases/rubric-editing/field-usage';
import { viewSettings } from '../usecases/rubric-editing/view-settings';
import { scopeAsk } from './jobs';
import { draftView, namesOf, publicationView, settingsView, versionView } from './settings-views';

/** Longer than any document that can be kept. */
const LONGEST_TEXT = 400_000;

export const section = z.string().refine(isSection, 'is no part of a rubric');
export const version = z.number().int().min(0).max(2_000_000_000);
const reason = z.string().trim().min(1, 'says why').max(1_000);
const side = z.enum(['mine', 'theirs']);

const peopleAsk = scopeAsk.extend({
  query: z.string().max(100),
  ids: z.array(z.string().min(1).max(255)).max(100),
});
const saveAsk = scopeAsk.extend({
  document: z.unknown(),
  inherits: z.array(section).max(40).default([]),
  base: version,
  site: version.optional(),
  seen: version,
});
const discardAsk = scopeAsk.extend({ seen: version });
const rebaseAsk = scopeAsk.extend({
  seen: version,
  choices: z.record(z.string().max(1_000), side).default({}),
});
const replyAsk = scopeAsk
  .extend({
    id: z.string().min(1).max(200),
    answer: z.enum(['approve', 'refuse', 'takeBack']),
    reason: z.string().trim().max(1_000),
  })
  .refine(({ answer, reason: why }) => answer === 'takeBack' || why !== '', {
    path: ['reason'],
    message: 'says why',
  });
const versionsAsk = scopeAsk.extend({ before: version.nullable() });
const versionAsk = scopeAsk.extend({ version });
const rollbackAsk = scopeAsk.extend({ version, reason, base: version });
const importAsk = scopeAsk.extend({
  text: z.string().max(LONGEST_TEXT, 'is longer than any rubric that can be kept'),
});
const exportAsk = scopeAsk.extend({
  version: version.nullable(),
  format: z.enum(['json', 'yaml']),
});

/** What a person's settings take from the composition root. */
export type SettingsSurroundings = InputsDesk & {
  readonly jira: Pick<PersonsJira, 'assignable'>;
  readonly naming: Naming;
};

export const settingsAnswers = {
  'settings.view': async (payload: unknown, desk: SettingsDesk): Promise<SettingsView> =>
    settingsView(await viewSettings(scopeAsk.parse(payload).project, desk)),

  'settings.inputs': async (
    payload: unknown,
    desk: SettingsSurroundings,
  ): Promise<SettingsInputs> => viewInputs(scopeAsk.parse(payload).project, desk),

  'settings.starts': async (
    payload: unknown,
    desk: SettingsSurroundings,
  ): Promise<SettingsStarts> => {
    const projects = async (): Promise<readonly string[]> =>
      (await desk.readCatalogue()).projects.map(({ key }) => key);
    return { projects: await startsFor(scopeAsk.parse(payload).project, projects, desk) };
  },

  'settings.people': async (payload: unknown, desk: SettingsSurroundings): Promise<PeopleFound> => {
    const { project, query, ids } = peopleAsk.parse(payload);
    return findPeople(project, query, ids, desk);
  },

  'draft.save': async (payload: unknown, desk: SettingsDesk): Promise<DraftSaved> => {
    const { project, site, ...saving } = saveAsk.parse(payload);
    const saved = await saveDraft(
      project,
      { ...saving, ...(site !== undefined && { site }) },
      desk,
    );
    if (saved.saved)
      return { saved: true, draft: draftView(saved.draft, await namesOf(saved.draft, desk)) };
    return {
      saved: false,
      conflict:
        saved.conflict === null
          ? null
          : draftView(saved.conflict, await namesOf(saved.conflict, desk)),
    };
  },

  'draft.discard': async (payload: unknown, desk: SettingsDesk): Promise<null> => {
    const { project, seen } = discardAsk.parse(payload);
    await discardDraft(project, seen, desk);
    return null;
  },

  'draft.rebase': async (payload: unknown, desk: SettingsDesk): Promise<DraftRebased> => {
    const { project, seen, choices } = rebaseAsk.parse(payload);
    const { draft, conflicts, taken } = await rebaseDraft(project, seen, choices, desk);
    return { draft: draftView(draft, await namesOf(draft, desk)), conflicts, taken };
  },

  'rubric.answer': async (payload: unknown, desk: SettingsDesk): Promise<RubricAnswered> => {
    const { project, ...reply } = replyAsk.parse(payload);
    return answerRubric(project, reply, desk);
  },

  'rubric.versions': async (payload: unknown, desk: SettingsDesk): Promise<VersionsView> => {
    const { project, before } = versionsAsk.parse(payload);
    const { notes, total, next, names } = await listVersions(project, before, desk);
    return { versions: notes.map((note) => versionView(note, names)), total, next };
  },

  'rubric.version': async (payload: unknown, desk: SettingsDesk): Promise<OneVersion> => {
    const ask = versionAsk.parse(payload);
    const { note, names, ...rest } = await readVersion(ask.project, ask.version, desk);
    return { about: versionView(note, names), ...rest };
  },

  'rubric.rollback': async (payload: unknown, desk: SettingsDesk): Promise<RubricPublication> => {
    const ask = rollbackAsk.parse(payload);
    return publicationView(
      await rollBack(ask.project, ask.version, ask.reason, ask.base, desk),
      desk,
    );
  },

  'rubric.import': async (payload: unknown, desk: SettingsDesk): Promise<ImportedDocument> => {
    const { project, text } = importAsk.parse(payload);
    return importRubric(project, text, desk);
  },

  'rubric.export': async (payload: unknown, desk: SettingsDesk): Promise<ExportedDocument> => {
    const ask = exportAsk.parse(payload);
    return exportRubric(ask.project, ask.version, ask.format, desk);
  },
};
