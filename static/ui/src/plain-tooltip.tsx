import type { JSX, ReactNode } from 'react';

interface Props {
  readonly content?: ReactNode;
  readonly children: ReactNode | ((trigger: { readonly title?: string }) => ReactNode);
}

/**
 * Stands in for Atlaskit's tooltip, which brings a positioning engine: 55 KB, loaded before the first score is seen, to say how the
 * table's heads sort. The browser's own tooltip says the same.
 */
function PlainTooltip({ content, children }: Props): JSX.Element {
  if (typeof children !== 'function') return <>{children}</>;
  return <>{children(typeof content === 'string' ? { title: content } : {})}</>;
}

// eslint-disable-next-line no-restricted-syntax -- the module it stands in for has a default export
export default PlainTooltip;
