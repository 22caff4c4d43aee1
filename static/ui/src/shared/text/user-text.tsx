import type { JSX } from 'react';
import { shorten, visibleText } from './visible-text';

interface Props {
  readonly children: string;
  /** Characters that the place has room for; the whole text is then its tooltip. */
  readonly max?: number;
}

/** Text that somebody else wrote: isolated from the direction of the text around it, never read as markup. */
export function UserText({ children, max = Infinity }: Props): JSX.Element {
  const whole = visibleText(children);
  const short = shorten(whole, max);
  const [lead, rest] = [short.slice(0, short.length - short.trimStart().length), short.trimStart()];
  const core = rest.trimEnd();
  // Spaces stay outside: at the end of right-to-left text they would move to its other side.
  return (
    <>
      {lead}
      <bdi title={short === whole ? undefined : whole}>{core}</bdi>
      {rest.slice(core.length)}
    </>
  );
}
