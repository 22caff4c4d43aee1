import { createContext, useContext } from 'react';

const SiteUrl = createContext('');

export const SiteUrlProvider = SiteUrl.Provider;

/** The Jira site's address without a trailing slash. */
export function useSiteUrl(): string {
  return useContext(SiteUrl);
}
