import type { SiteSnapshot } from '../jira/snapshot';
import { contacts } from './customers';
import { incidentIssue } from './incident-issue';
import { incidents } from './incidents';
import { accountOf, roles, team } from './people';
import { sampleLinks } from './sample-links';
import {
  fields,
  issueTypes,
  linkTypes,
  priorities,
  resolutions,
  statuses,
  versions,
} from './site-lists';
import { ticketIssue } from './ticket-issue';
import { tickets } from './tickets';
import { allWork } from './work';
import { workIssue } from './work-issue';

export { SAMPLE_AS_OF } from './moments';

/**
 * The bundled backlog: Quayline, an invented product for invoices and payments between companies, with its incidents and its
 * support requests. Always the same to the last character.
 */
export function sampleSnapshot(): SiteSnapshot {
  const areas = [...new Set(allWork.map(({ row }) => row.area))].sort();
  return {
    users: [...team, ...contacts],
    projects: [
      {
        id: '10001',
        key: 'QUAY',
        name: 'Quayline',
        typeKey: 'software',
        leadAccountId: accountOf('mara'),
        roles: roles.QUAY,
        versions,
        statuses: ['Backlog', 'Selected', 'In Progress', 'In Review', 'Done', 'Closed'],
        components: areas.map((name, index) => ({ id: String(10_500 + index), name })),
      },
      {
        id: '10002',
        key: 'INC',
        name: 'Incidents',
        typeKey: 'software',
        leadAccountId: accountOf('teo'),
        roles: roles.INC,
      },
      {
        id: '10003',
        key: 'SUP',
        name: 'Customer support',
        typeKey: 'service_desk',
        leadAccountId: accountOf('ines'),
        roles: roles.SUP,
      },
    ],
    issueTypes,
    statuses,
    priorities,
    resolutions,
    linkTypes,
    fields,
    issues: [
      ...allWork.map(workIssue),
      ...incidents.map(incidentIssue),
      ...tickets.map(ticketIssue),
    ],
    links: sampleLinks(),
  };
}
