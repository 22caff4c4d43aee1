import { webTrigger } from '@forge/api';
import type { OwnAddress } from '../usecases/ports/setup';

/** Key of the module in manifest.yml. */
const EVIDENCE = 'evidence';

/** Asked of the platform as the app: each installation has an address of its own, which only it can tell. */
export function forgeOwnAddress(): OwnAddress {
  return {
    evidence: async () => {
      const address: unknown = await webTrigger.getUrl(EVIDENCE).catch(() => null);
      return typeof address === 'string' ? address : null;
    },
  };
}
