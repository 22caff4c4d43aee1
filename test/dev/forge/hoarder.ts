import { kvs } from '@forge/kvs';
import { tinyHost } from './tiny-host';

/** A process of its own, run by tsx: an app that hoards 800 MB where one invocation may have as many as the argument says. Prints how it ended. */
const { host } = tinyHost(
  {
    app: {
      act: async () => {
        const hoard: number[][] = [];
        while (hoard.length < 100) {
          hoard.push(new Array<number>(1_000_000).fill(hoard.length));
          await kvs.get('k').catch(() => 'an app cannot save itself');
        }
        return hoard.length;
      },
    },
    modules: { action: [{ key: 'act', function: 'act' }] },
  },
  { limits: { memoryMb: Number(process.argv[2]) } },
);
void host.runAction('act', {}, 'ada').then(
  (value) => console.log(`kept ${String(value)}`),
  (error: unknown) => console.log(String(error)),
);
