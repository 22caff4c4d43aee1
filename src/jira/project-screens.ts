import { route } from '@forge/api';
import { z } from 'zod';
import { Forbidden, Gone, Rejected } from '../usecases/ports/failures';
import type { ProjectScreens, ScreenShown } from '../usecases/ports/setup';
import type { JiraClient } from './client';

const project = z.looseObject({
  id: z.string(),
  simplified: z.boolean().catch(false),
  style: z.string().optional(),
});
const schemes = z.looseObject({
  values: z.array(z.looseObject({ issueTypeScreenScheme: z.looseObject({ id: z.string() }) })),
});
const mappings = z.looseObject({ values: z.array(z.looseObject({ screenSchemeId: z.string() })) });
const id = z.union([z.string(), z.number()]).transform(Number);
const screenSchemes = z.looseObject({
  values: z.array(
    z.looseObject({
      screens: z.looseObject({
        default: id,
        view: id.optional(),
        edit: id.optional(),
        create: id.optional(),
      }),
    }),
  ),
});
const screenList = z.looseObject({
  values: z.array(z.looseObject({ id, name: z.string().catch('') })),
});
const tabs = z.array(z.looseObject({ id }));
const fields = z.array(z.looseObject({ id: z.string() }));

/** The largest page that these lists give. A project with more than so many work types of its own screens is not met. */
const PAGE = 100;
const doing = 'reading the screens of a project';

/** `client` asks as the person: screens are read and changed by Jira administrators only, and by no app. */
export function jiraProjectScreens({ call }: JiraClient): ProjectScreens {
  const ids = (all: readonly (string | number)[], name: string): URLSearchParams =>
    new URLSearchParams(all.map((one): [string, string] => [name, String(one)]));

  const screenIdsOf = async (projectId: string): Promise<readonly number[]> => {
    const used = await call({
      route: route`/rest/api/3/issuetypescreenscheme/project?projectId=${projectId}`,
      method: 'GET',
      answer: schemes,
      doing,
    });
    const schemeIds = used.values.map(({ issueTypeScreenScheme }) => issueTypeScreenScheme.id);
    if (schemeIds.length === 0) return [];
    const mapped = await call({
      route: route`/rest/api/3/issuetypescreenscheme/mapping?maxResults=${PAGE}&${ids(schemeIds, 'issueTypeScreenSchemeId')}`,
      method: 'GET',
      answer: mappings,
      doing,
    });
    const wanted = [...new Set(mapped.values.map(({ screenSchemeId }) => screenSchemeId))];
    if (wanted.length === 0) return [];
    const found = await call({
      route: route`/rest/api/3/screenscheme?maxResults=${PAGE}&${ids(wanted, 'id')}`,
      method: 'GET',
      answer: screenSchemes,
      doing,
    });
    // What people see of an issue: the view screen where the scheme has one, else the default.
    return [...new Set(found.values.map(({ screens }) => screens.view ?? screens.default))];
  };

  const screenOf = async (screenId: number, name: string): Promise<ScreenShown> => {
    const all = await call({
      route: route`/rest/api/3/screens/${screenId}/tabs`,
      method: 'GET',
      answer: tabs,
      doing,
    });
    const on: string[] = [];
    for (const tab of all) {
      const shown = await call({
        route: route`/rest/api/3/screens/${screenId}/tabs/${tab.id}/fields`,
        method: 'GET',
        answer: fields,
        doing,
      });
      on.push(...shown.map((field) => field.id));
    }
    return { id: screenId, name, firstTab: all[0]?.id ?? null, fields: on };
  };

  return {
    async of(scope) {
      const found = await call({
        route: route`/rest/api/3/project/${scope}`,
        method: 'GET',
        answer: project,
        doing: 'reading this project',
      });
      if (found.simplified || found.style === 'next-gen') return { kind: 'team-managed' };
      const screenIds = await screenIdsOf(found.id);
      if (screenIds.length === 0) return { kind: 'company-managed', screens: [] };
      const named = await call({
        route: route`/rest/api/3/screens?maxResults=${PAGE}&${ids(screenIds, 'id')}`,
        method: 'GET',
        answer: screenList,
        doing,
      });
      const names = new Map(named.values.map((one) => [one.id, one.name]));
      const screens: ScreenShown[] = [];
      for (const screenId of screenIds)
        screens.push(await screenOf(screenId, names.get(screenId) ?? `Screen ${screenId}`));
      return { kind: 'company-managed', screens };
    },

    async associate(scope, fieldIds) {
      const { id: projectId } = await call({
        route: route`/rest/api/3/project/${scope}`,
        method: 'GET',
        answer: project,
        doing: 'reading this project',
      });
      try {
        await call({
          route: route`/rest/api/3/field/association`,
          method: 'PUT',
          body: {
            associationContexts: [{ identifier: Number(projectId), type: 'PROJECT_ID' }],
            fields: fieldIds.map((identifier) => ({ identifier, type: 'FIELD_ID' })),
          },
          answer: z.unknown(),
          doing: "offering Ballast's fields in this project",
        });
        return true;
      } catch (failure) {
        // A Jira without field schemes does not know the address, or has nothing to associate.
        if (failure instanceof Gone || failure instanceof Forbidden || failure instanceof Rejected)
          return false;
        throw failure;
      }
    },

    async add(screen, fieldId) {
      if (screen.firstTab === null)
        throw new Rejected(
          `The screen “${screen.name}” has no tab: give it one in Jira's settings first`,
        );
      if (screen.fields.includes(fieldId)) return;
      await call({
        route: route`/rest/api/3/screens/${screen.id}/tabs/${screen.firstTab}/fields`,
        method: 'POST',
        body: { fieldId },
        answer: z.unknown(),
        doing: `adding a field to the screen “${screen.name}”`,
      });
    },
  };
}
