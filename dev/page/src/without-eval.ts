import { config } from 'zod';

// Schemas compile themselves with `eval` unless told not to before the first one is made; the page's security policy forbids it.
config({ jitless: true });
