import type { TicketRow } from './ticket-row';
import { paymentTickets } from './tickets-payments';
import { productTickets } from './tickets-product';

/** All requests to support; each is known by its customer and title. */
export const tickets: readonly (TicketRow & { readonly id: string })[] = [
  ...paymentTickets,
  ...productTickets,
].map((ticket) => ({ ...ticket, id: `${ticket.who}: ${ticket.title}` }));
