import { createRequire } from 'node:module';

const themes = ['light', 'dark', 'spacing', 'typography', 'shape'];

/** Jira's design tokens as a style sheet: what `view.theme.enable()` gives a frame on a real site. */
export function tokenStyles(): string {
  const load = createRequire(__filename);
  return themes
    .map(
      (theme) =>
        (
          load(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${theme}.js`) as {
            readonly default: string;
          }
        ).default,
    )
    .join('\n');
}
