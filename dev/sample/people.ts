import type { SnapshotUser } from '../jira/snapshot';

/** The team of Quayline, the invented product: invoices, payments and the ledger behind them for other companies. */
const TEAM = [
  ['mara', 'Mara Lindqvist', 'product lead'],
  ['teo', 'Teo Okafor', 'engineering lead'],
  ['ines', 'Inês Carvalho', 'support lead'],
  ['jonas', 'Jonas Weber', 'support agent'],
  ['priya', 'Priya Raman', 'developer'],
  ['luca', 'Luca Ferri', 'developer'],
  ['hana', 'Hana Suzuki', 'developer'],
  ['omar', 'Omar Haddad', 'reliability engineer'],
  ['noor', 'Noor de Vries', 'designer'],
  ['gil', 'Gil Navarro', 'account manager'],
  ['ruth', 'Ruth Abara', 'finance'],
  ['sven', 'Sven Dahl', 'developer, left the company'],
] as const;

export type Login = (typeof TEAM)[number][0];

export const accountOf = (login: Login): string => `sample-${login}`;

export const team: readonly SnapshotUser[] = TEAM.map(([login, displayName]) => ({
  accountId: accountOf(login),
  displayName,
  email: `${login}@quayline.example`,
  active: login !== 'sven',
}));

interface Role {
  readonly name: string;
  readonly accountIds: readonly string[];
}

const role = (name: string, ...logins: readonly Login[]): Role => ({
  name,
  accountIds: logins.map(accountOf),
});

/** Who may do what where. Gil and Ruth see the product but not its incidents, which name customers and causes. */
export const roles: Readonly<Record<'QUAY' | 'INC' | 'SUP', readonly Role[]>> = {
  QUAY: [
    role('Administrators', 'mara', 'teo'),
    role('Developers', 'priya', 'luca', 'hana', 'omar', 'noor', 'ines', 'jonas'),
    role('Viewers', 'gil', 'ruth'),
  ],
  INC: [
    role('Administrators', 'teo'),
    role('Developers', 'mara', 'priya', 'luca', 'hana', 'omar', 'ines', 'jonas'),
  ],
  SUP: [
    role('Administrators', 'ines'),
    role('Service Desk Team', 'jonas', 'gil', 'mara', 'teo'),
    role('Viewers', 'priya', 'luca', 'hana', 'omar', 'noor', 'ruth'),
  ],
};
