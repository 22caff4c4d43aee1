import { z } from 'zod';

/** Days that count as no business days when something falls due; weekends never do. */
export const CalendarSettings = z.strictObject({
  holidays: z.array(z.iso.date({ error: 'is no day such as 2026-12-25' })).max(400),
});
