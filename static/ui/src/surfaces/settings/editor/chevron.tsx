import type { JSX } from 'react';
import { ChevronDownIcon, ChevronRightIcon } from './icons';

/** Says that more can be shown here, or is. */
export function Chevron({ open }: { readonly open: boolean }): JSX.Element {
  const Icon = open ? ChevronDownIcon : ChevronRightIcon;
  return <Icon label="" size="small" />;
}
