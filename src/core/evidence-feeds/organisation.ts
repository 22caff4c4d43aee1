import { isAccountId } from '../terms/account-id';

/** An address within a text: `Jane Doe <jane@harbour.example>`. */
const ADDRESS = /[^\s<>()[\],;:"]+@(?<domain>[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/u;

/** Where people have addresses of their own, whoever they work for: in every country, … */
const FREEMAIL_ANYWHERE =
  /^(?:aol|fastmail|gmx|googlemail|hotmail|live|msn|outlook|yahoo|yandex|ymail)(?:\.[a-z]{2,3}){1,2}$/u;
/** … and by themselves. */
const FREEMAIL: ReadonlySet<string> = new Set([
  '126.com',
  '163.com',
  'att.net',
  'bk.ru',
  'btinternet.com',
  'comcast.net',
  'daum.net',
  'free.fr',
  'freenet.de',
  'gmail.com',
  'hanmail.net',
  'hey.com',
  'icloud.com',
  'laposte.net',
  'libero.it',
  'mac.com',
  'mail.com',
  'mail.ru',
  'me.com',
  'naver.com',
  'o2.pl',
  'orange.fr',
  'pm.me',
  'proton.me',
  'protonmail.com',
  'qq.com',
  'rediffmail.com',
  'seznam.cz',
  'sina.com',
  't-online.de',
  'tuta.io',
  'tutanota.com',
  'uol.com.br',
  'verizon.net',
  'wanadoo.fr',
  'web.de',
  'wp.pl',
  'zoho.com',
]);

/**
 * The customer that a source names, which is no person: of an e-mail address only the organisation's domain is left, and nothing of one at
 * a freemail service, or of an account's id.
 */
export function organisationIn(customer: string): string | null {
  if (isAccountId(customer.trim())) return null;
  const domain = ADDRESS.exec(customer)?.groups?.['domain']?.toLowerCase();
  if (domain === undefined) return customer;
  return FREEMAIL_ANYWHERE.test(domain) || FREEMAIL.has(domain) ? null : domain;
}
