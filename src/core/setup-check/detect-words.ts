/** How sites and their tools call things, in small letters; a name is held against whole words of these. */
const incident = [
  'incident',
  'incidents',
  'outage',
  'outages',
  'störung',
  'störungen',
  'vorfall',
  'ausfall',
  'panne',
  'incidencia',
  'incidente',
  'storing',
  'pagerduty',
  'opsgenie',
  'statuspage',
  'インシデント',
  '障害',
  '事故',
];
/** Work that comes after an incident, and reviews of it, are no incidents. */
const aftermath = [
  'follow',
  'followup',
  'followups',
  'review',
  'reviews',
  'pir',
  'postmortem',
  'postmortems',
  'post',
  'action',
  'actions',
  'problem',
  'problems',
  'nachbereitung',
];
const support = [
  'support',
  'ticket',
  'tickets',
  'request',
  'requests',
  'helpdesk',
  'help',
  'question',
  'case',
  'cases',
  'complaint',
  'enquiry',
  'inquiry',
  'anfrage',
  'kundenanfrage',
  'beschwerde',
  'demande',
  'réclamation',
  'solicitud',
  'consulta',
  'zendesk',
  'freshdesk',
  'intercom',
  'salesforce',
  'hubspot',
  'servicenow',
  'お問い合わせ',
  '工单',
];
/** Requests among colleagues, and pages of tests. */
const internal = [
  'pull',
  'merge',
  'change',
  'feature',
  'test',
  'access',
  'use',
  'hr',
  'onboarding',
  'purchase',
  'leave',
];
const severity = [
  'severity',
  'sev',
  'schweregrad',
  'gravité',
  'severidad',
  'ernst',
  '重大度',
  '严重性',
];
const customer = [
  'customer',
  'customers',
  'organization',
  'organizations',
  'organisation',
  'organisations',
  'account',
  'company',
  'client',
  'clients',
  'kunde',
  'kunden',
  'cliente',
  'klant',
  '顧客',
  '客户',
];
/** Fields about customers that name none. */
const aboutCustomers = [
  'request',
  'type',
  'impact',
  'affected',
  'number',
  'count',
  'value',
  'visible',
  'satisfaction',
  'date',
  'facing',
  'manager',
  'contact',
];
const satisfaction = [
  'satisfaction',
  'csat',
  'zufriedenheit',
  'kundenzufriedenheit',
  'satisfacción',
];

export const words = {
  incident,
  aftermath,
  support,
  internal,
  severity,
  customer,
  aboutCustomers,
  satisfaction,
} as const;

/** Whether a name has one of these words. `INC-Ticket (EU)` has the words inc, ticket and eu; scripts without spaces are searched whole. */
export function hasWord(name: string, wanted: readonly string[]): boolean {
  const small = name.toLowerCase();
  const parts = new Set(
    name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  return wanted.some(
    (word) =>
      parts.has(word) ||
      (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) &&
        small.includes(word)),
  );
}

/** The side of a link that says that the other issue duplicates this one, whichever way round the site has it: the passive. */
export function saysIsDuplicated(phrase: string): boolean {
  return /duplicated\s+by|dupliziert\s+von|wird\s+dupliziert|est\s+dupliqué|es\s+duplicad[oa]\s+por|has\s+duplicates?$|reported\s+again\s+(by|in)/iu.test(
    phrase,
  );
}

const whole = (phrases: readonly string[]): RegExp =>
  new RegExp(`^(?:${phrases.map((phrase) => phrase.replaceAll(' ', '\\s+')).join('|')})$`, 'iu');

/** How an issue says by a link that another waits for it, that it waits for another, and that one of the two broke the other: whole phrases. */
export const dependence = {
  awaited: whole([
    '(?:blocks|is blocking|gates)',
    'is (?:depended|dependent) (?:up)?on by',
    'is (?:a )?dependency (?:of|for)',
    'is (?:required|needed|awaited) (?:by|for)',
    'is (?:a )?pre-?requisite (?:for|of|to)',
    '(?:has to|must|should) be (?:done|finished|completed|fixed) before',
    '(?:blockiert|ist voraussetzung für|wird (?:benötigt|gebraucht) von|muss erledigt werden vor)',
    '(?:bloque|est (?:requis|nécessaire) (?:par|pour|à)|est un prérequis (?:de|pour|à))',
    '(?:bloquea|es (?:requerido|necesario) (?:por|para)|es requisito (?:de|para))',
    '(?:をブロックしている|ブロックしている|阻碍|阻塞)',
  ]),
  waiting: whole([
    'is (?:blocked|gated) by',
    'depends (?:up)?on',
    'is dependent (?:up)?on',
    '(?:requires|needs|awaits|waits for|is waiting for)',
    'has (?:a |as )?(?:a )?(?:dependency|pre-?requisite)(?: on)?',
    '(?:has to|must|should) be (?:done|finished|completed|fixed) after',
    '(?:wird blockiert (?:von|durch)|hängt ab von|ist abhängig von|benötigt|muss erledigt werden nach)',
    '(?:est bloquée? par|dépend de|nécessite|requiert)',
    '(?:(?:es|está) bloquead[oa] por|depende de|requiere)',
    '(?:にブロックされている|ブロックされている|被阻碍|被阻塞)',
  ]),
  regression: whole([
    '(?:is|was) (?:caused|broken|introduced) by',
    '(?:causes|caused|breaks|broke|introduced|introduces)',
    'is (?:a )?regression (?:of|from|caused by)',
    'has (?:a )?regressions?(?: in)?',
    '(?:wird verursacht (?:von|durch)|verursacht|est causée? par|es causad[oa] por|provoque|causa)',
  ]),
} as const;
