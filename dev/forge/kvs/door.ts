import type { Route, RouteTools } from './route';
import { z } from 'zod';
import type { Clock } from '../../clock';
import { jsonAnswer, type Answer } from '../forge-response';
import type { Limits } from '../limits';
import type { EntityDeclaration } from '../manifest';
import { batchRoutes } from './batch';
import type { StorageReadings } from './readings';
import { KvsRefusal } from './refusal';
import { singleRoutes } from './single';
import { store, type Store } from './store';
import { transactionRoute } from './transaction';
import { requestMeter } from './request-rate';
import { unitMeter, type UnitMeter } from './units';

/** What an invocation has used up. */
export interface KvsMeter {
  kvsReads: number;
  kvsWrites: number;
}

export interface KvsDoor {
  /** Answers one request of @forge/kvs and counts it for the invocation that made it. */
  answer(path: string, body: string, meter: KvsMeter): Answer;
  readonly store: Store;
  readonly units: UnitMeter;
}

const ROUTES: Readonly<Record<string, Route>> = {
  ...singleRoutes,
  ...batchRoutes,
  '/api/v1/transaction': transactionRoute,
};

export function kvsDoor(
  entities: readonly EntityDeclaration[],
  limits: Limits,
  clock: Clock,
  readings: StorageReadings,
  lagMs: () => number,
  /** Whether time passes while calls are made, so that they have a rate. */
  timed: boolean,
): KvsDoor {
  const kept = store(entities, limits, readings, clock, lagMs);
  const now = (): number => clock.now();
  const units = unitMeter(limits, clock);
  const countRequest = timed ? requestMeter(limits, clock) : () => undefined;
  return {
    store: kept,
    units,
    answer(path, body, meter) {
      const route = ROUTES[path];
      if (!route) throw new Error(`The storage API ${path} is not modelled.`);
      const spend: RouteTools['spend'] = (kind, bytes) => {
        const spent = units.spend(kind, bytes);
        if (kind === 'read') meter.kvsReads += spent;
        else meter.kvsWrites += spent;
      };
      try {
        countRequest();
        return route(JSON.parse(body), Buffer.byteLength(body), {
          store: kept,
          limits,
          readings,
          now,
          spend,
        });
      } catch (error) {
        if (error instanceof KvsRefusal)
          return jsonAnswer(
            error.status,
            { code: error.code, message: error.message },
            error.headers,
          );
        if (error instanceof z.ZodError)
          return jsonAnswer(400, {
            code: 'BAD_REQUEST',
            message: `${path}: ${z.prettifyError(error)}`,
          });
        throw error;
      }
    },
  };
}
