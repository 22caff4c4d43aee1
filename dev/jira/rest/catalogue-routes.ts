import { usualPriority } from '../model/usual-priority';
import { formatMoment } from '../model/jira-dates';
import {
  categoryView,
  describedPriority,
  linkTypeView,
  priorityView,
  resolutionView,
  STATUS_CATEGORY_KEYS,
  statusView,
  typeView,
} from '../views/entity-views';
import { allFields, customFieldView, SYSTEM_FIELDS, systemFieldView } from '../views/field-views';
import { JiraError } from '../jira-error';
import { ok, pageOf, param, type Answer, type Call, type Route } from './call';
import { among, isOn, listed, ordered } from './query';

function found<T>(item: T | undefined, what: string, call: Call, name = 'id'): T {
  if (item === undefined)
    throw new JiraError(404, [`The ${what} with ID '${param(call, name)}' does not exist.`]);
  return item;
}

/** The paged list, with the description that the plain one leaves out. */
function searchFields(call: Call): Answer {
  const words = call.query.get('query')?.toLowerCase() ?? '';
  const types = listed(call, 'type');
  const ids = listed(call, 'id');
  const withKey = listed(call, 'expand').includes('key');
  const all = [
    ...SYSTEM_FIELDS.map((each) => ({ ...systemFieldView(each), description: '' })),
    ...call.state.fields
      .all()
      .map((each) => ({ ...customFieldView(each), description: each.description })),
  ];
  const wanted = all.filter(
    (each) =>
      each.name.toLowerCase().includes(words) &&
      (types.length === 0 || types.includes(each.custom ? 'custom' : 'system')) &&
      (ids.length === 0 || ids.includes(each.id)),
  );
  return ok(
    pageOf(
      call,
      ordered(call, wanted, { name: ({ name }) => name.toLowerCase() }),
      ({ id, key, name, description, schema }) => ({
        id,
        ...(withKey ? { key } : {}),
        name,
        description,
        schema,
      }),
    ),
  );
}

function serverInfo({ state, now }: Call): Answer {
  return ok({
    baseUrl: state.baseUrl,
    version: '1001.0.0-SNAPSHOT',
    versionNumbers: [1001, 0, 0],
    deploymentType: 'Cloud',
    buildNumber: 100_000,
    buildDate: formatMoment(now),
    serverTime: formatMoment(now),
    scmInfo: 'stand-in',
    serverTitle: 'Jira',
    displayUrl: state.baseUrl,
  });
}

/** A site as it comes out of the box. */
function configuration(): Answer {
  return ok({
    votingEnabled: true,
    watchingEnabled: true,
    unassignedIssuesAllowed: true,
    subTasksEnabled: true,
    issueLinkingEnabled: true,
    timeTrackingEnabled: true,
    attachmentsEnabled: true,
    timeTrackingConfiguration: {
      workingHoursPerDay: 8,
      workingDaysPerWeek: 5,
      timeFormat: 'pretty',
      defaultUnit: 'minute',
    },
  });
}

export const CATALOGUE_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: '/configuration', kind: 'read', handle: configuration },
  { method: 'GET', pattern: '/serverInfo', kind: 'read', handle: serverInfo },
  { method: 'GET', pattern: '/field', kind: 'read', handle: (call) => ok(allFields(call.state)) },
  { method: 'GET', pattern: '/field/search', kind: 'read', handle: searchFields },
  {
    method: 'GET',
    pattern: '/issuetype',
    kind: 'read',
    handle: ({ state }) => ok(state.types.all().map((type) => typeView(state, type))),
  },
  {
    method: 'GET',
    pattern: '/issuetype/{id}',
    kind: 'read',
    handle: (call) =>
      ok(typeView(call.state, found(call.state.types.byId(param(call, 'id')), 'issue type', call))),
  },
  {
    method: 'GET',
    pattern: '/status',
    kind: 'read',
    handle: ({ state }) => ok(state.statuses.all().map((status) => statusView(state, status))),
  },
  {
    method: 'GET',
    pattern: '/status/{idOrName}',
    kind: 'read',
    handle: (call) =>
      ok(
        statusView(
          call.state,
          found(
            call.state.statuses.byId(param(call, 'idOrName')) ??
              call.state.statuses.byName(param(call, 'idOrName')),
            'status',
            call,
            'idOrName',
          ),
        ),
      ),
  },
  {
    method: 'GET',
    pattern: '/statuscategory',
    kind: 'read',
    handle: ({ state }) => ok(STATUS_CATEGORY_KEYS.map((key) => categoryView(state, key))),
  },
  {
    method: 'GET',
    pattern: '/priority',
    kind: 'read',
    handle: ({ state }) =>
      ok(
        state.priorities.all().map((priority) => ({
          ...priorityView(state, priority),
          ...describedPriority(state, priority),
        })),
      ),
  },
  {
    method: 'GET',
    pattern: '/priority/search',
    kind: 'read',
    handle: (call) =>
      ok(
        pageOf(
          call,
          among(call.state.priorities.all(), listed(call, 'id'), ({ id }) => id).filter(
            (each) =>
              each.name
                .toLowerCase()
                .includes((call.query.get('priorityName') ?? '').toLowerCase()) &&
              (!isOn(call, 'onlyDefault') || each === usualPriority(call.state)),
          ),
          (priority) => ({
            ...priorityView(call.state, priority),
            ...describedPriority(call.state, priority),
          }),
        ),
      ),
  },
  {
    method: 'GET',
    pattern: '/resolution',
    kind: 'read',
    handle: ({ state }) =>
      ok(state.resolutions.all().map((resolution) => resolutionView(state, resolution))),
  },
  {
    method: 'GET',
    pattern: '/resolution/search',
    kind: 'read',
    handle: (call) =>
      ok(
        pageOf(
          call,
          // The site names no resolution that would be taken by default.
          isOn(call, 'onlyDefault')
            ? []
            : among(call.state.resolutions.all(), listed(call, 'id'), ({ id }) => id),
          (resolution) => resolutionView(call.state, resolution),
        ),
      ),
  },
  {
    method: 'GET',
    pattern: '/issueLinkType',
    kind: 'read',
    handle: ({ state }) =>
      ok({ issueLinkTypes: state.linkTypes.all().map((type) => linkTypeView(state, type)) }),
  },
];
