import type { NewCoreIconProps } from '@atlaskit/icon';
import * as arrowDown from '@atlaskit/icon/core/arrow-down';
import * as arrowUp from '@atlaskit/icon/core/arrow-up';
import * as chevronDown from '@atlaskit/icon/core/chevron-down';
import * as chevronRight from '@atlaskit/icon/core/chevron-right';
import * as cross from '@atlaskit/icon/core/cross';
import * as remove from '@atlaskit/icon/core/delete';
import * as redo from '@atlaskit/icon/core/redo';
import * as undo from '@atlaskit/icon/core/undo';
import type { ComponentType } from 'react';

type Icon = ComponentType<Omit<NewCoreIconProps, 'spacing'>>;

/** Icons are CommonJS alone: bundled into a package of ES modules, their component stands one `default` deeper than their types say. */
function iconOf(module: { readonly default: unknown }): Icon {
  const found = module.default;
  return (typeof found === 'object' && found !== null && 'default' in found ? found.default : found) as Icon;
}

export const ArrowDownIcon = iconOf(arrowDown);
export const ArrowUpIcon = iconOf(arrowUp);
export const ChevronDownIcon = iconOf(chevronDown);
export const ChevronRightIcon = iconOf(chevronRight);
export const CrossIcon = iconOf(cross);
export const DeleteIcon = iconOf(remove);
export const RedoIcon = iconOf(redo);
export const UndoIcon = iconOf(undo);
