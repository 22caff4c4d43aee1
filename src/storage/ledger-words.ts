/**
 * What nearly every ledger record says, the most frequent last: deflate points into it instead of repeating it. A changed
 * list reads no old record: raise LEDGER_VERSION with it.
 */
export const LEDGER_WORDS = Buffer.from(
  [
    '[System] Incident', '[System] Service request', 'Support request', 'Service request', 'New Feature', 'Improvement', 'Initiative', 'Sub-task',
    'Incident', 'Feature', 'Story', 'Epic', 'Task', 'Bug', 'In Progress', 'In Review', 'Backlog', 'To Do', 'Open',
    '"state":"unknown","why":"', ', not a number"', ', not an option"', ', not a date"',
    'number:affected customers', 'number:customers affected', 'number:number of customers', 'number:reach', 'number:business value',
    'number:story points', 'number:story point estimate', 'number:timeoriginalestimate', 'filled:goals', 'filled:goal', 'filled:objective', 'filled:okr',
    'votes', 'watchers', 'comments', 'sprint', 'Story Points', 'Story point estimate',
    '"slaBreached":true', '"segment":"enterprise"', '"segment":"growth"', '"customer":"', '"severity":', '"kind":"support"', '"kind":"report"', '"kind":"usage"',
    '{"kind":"incident","id":"', '","key":"', '"open":true,"at":"20', '"open":false,"at":"20',
    'due in ', ' days', 'overdue by ', 'open SEV', 'SEV1 incident open', 'SEV2 incident open', ' incidents', ' past incident', ' customers', ' tickets from ',
    'priority Highest', 'priority High', 'priority Low', 'priority Lowest', 'priority Medium', 'blocks 1 issue', 'effort ', ' points', 'votes and watchers ',
    'inherits from a blocked issue', 'work type Bug', 'work type Story', 'work type Task',
    '"lane":"hot fix"', '"lane":"strategic bet"', '"lane":"unsorted"', '"lane":"stability"', '"lane":"feature improvement"',
    '"horizon":"now"', '"horizon":"next"', '"horizon":"later"', '"reasons":"',
    '{"state":"empty"}', '{"state":"known","value":', '"field":"', 'Medium"},', '"category":"new"', '"category":"indeterminate"',
    ',"evidence":[],"blocks":[],"blockedBy":[]},"b":[],"k":[],"f":[],"e":"","o":[]}',
    '{"at":"2026-', 'T00:00:00.000Z","up":"2026-', '.000+0000","v":1,"r":"site-1","g":"site-1","own":{"score":', ',"low":', ',"high":',
    '},"wr":{"score":', ',"sig":{"issue":{"id":"1', '","key":"', '","project":"', '","type":"', '","level":0,"status":"', '","category":"',
    '","labels":[],"due":null,"inActiveSprint":false,"hasRelease":false,"evidenceKind":null,"followUp":false},"readings":{"priority":{"state":"known","value":"',
    '"},"absent":["',
  ].join(''),
);
