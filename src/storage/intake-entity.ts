/** Holds what comes from outside tools: how many payloads, and which of the secrets they are signed with counts. */
export const INTAKE_ENTITY = 'intake';
