import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import type { JSX } from 'react';

/** Says that more can be shown here, or is. */
export function Chevron({ open }: { readonly open: boolean }): JSX.Element {
  const Icon = open ? ChevronDownIcon : ChevronRightIcon;
  return <Icon label="" size="small" />;
}
