import type { SnapshotUser } from '../jira/snapshot';

export type Segment = 'enterprise' | 'growth' | 'starter';

export interface SampleCustomer {
  readonly id: string;
  /** As the Organizations field of a ticket names it. */
  readonly name: string;
  readonly segment: Segment;
  /** Yearly, in euros. */
  readonly revenue: number;
  /** Who writes to support for them. */
  readonly contact: string;
}

export const customers = [
  {
    id: 'peregrine',
    name: 'Peregrine Logistics',
    segment: 'enterprise',
    revenue: 412_000,
    contact: 'Astrid Holm',
  },
  {
    id: 'brightmill',
    name: 'Brightmill Foods',
    segment: 'enterprise',
    revenue: 365_000,
    contact: 'Daniel Osei',
  },
  {
    id: 'solara',
    name: 'Solara Energy',
    segment: 'enterprise',
    revenue: 298_000,
    contact: 'Camille Roche',
  },
  {
    id: 'tidewater',
    name: 'Tidewater Clinics',
    segment: 'enterprise',
    revenue: 240_000,
    contact: 'Moira Kelly',
  },
  {
    id: 'halcyon',
    name: 'Halcyon Hotels',
    segment: 'growth',
    revenue: 96_000,
    contact: 'Pablo Ibarra',
  },
  {
    id: 'norrland',
    name: 'Norrland Timber',
    segment: 'growth',
    revenue: 88_000,
    contact: 'Elsa Nyström',
  },
  {
    id: 'basalt',
    name: 'Basalt Construction',
    segment: 'growth',
    revenue: 74_000,
    contact: 'Viktor Horak',
  },
  {
    id: 'okapi',
    name: 'Okapi Outdoor',
    segment: 'growth',
    revenue: 61_000,
    contact: 'Thandi Mokoena',
  },
  {
    id: 'calder',
    name: 'Calder & Voss',
    segment: 'growth',
    revenue: 57_000,
    contact: 'Greta Voss',
  },
  {
    id: 'lumen',
    name: 'Lumen Schools',
    segment: 'growth',
    revenue: 43_000,
    contact: 'Yusuf Demir',
  },
  {
    id: 'ferrous',
    name: 'Ferrous Works',
    segment: 'starter',
    revenue: 14_400,
    contact: 'Ivana Petrov',
  },
  { id: 'juniper', name: 'Juniper Labs', segment: 'starter', revenue: 11_800, contact: 'Mei Tan' },
  {
    id: 'kestrel',
    name: 'Kestrel Couriers',
    segment: 'starter',
    revenue: 9_600,
    contact: 'Rory Byrne',
  },
  {
    id: 'marlow',
    name: 'Marlow Print',
    segment: 'starter',
    revenue: 7_200,
    contact: 'Sofia Marin',
  },
  { id: 'ember', name: 'Ember Coffee', segment: 'starter', revenue: 4_800, contact: 'Ben Aydin' },
] as const satisfies readonly SampleCustomer[];

export type CustomerId = (typeof customers)[number]['id'];

export const contactOf = (id: CustomerId): string => `sample-contact-${id}`;

export const contacts: readonly SnapshotUser[] = customers.map(({ id, name, contact }) => ({
  accountId: contactOf(id),
  displayName: `${contact} (${name})`,
  email: `accounts@${id}.example`,
}));
