import type { BridgeAsk, BridgeReply, ClockView, Session } from '../../wire';
import { call } from '../jira/rest';

/** The page's own server speaks types that both sides compile against, so answers are not checked a second time. */
export const readSession = async (): Promise<Session> =>
  (await call('GET', '/__host/session')) as Session;
export const logIn = async (accountId: string): Promise<Session> =>
  (await call('POST', '/__host/login', { accountId })) as Session;
export const askBridge = async (ask: BridgeAsk): Promise<BridgeReply> =>
  (await call('POST', '/__forge/bridge', ask)) as BridgeReply;
/** The session's person lets the app act in their name. */
export const giveConsent = async (): Promise<void> => {
  await call('POST', '/__host/consent');
};
export const readClock = async (): Promise<ClockView> =>
  (await call('GET', '/__host/clock')) as ClockView;
