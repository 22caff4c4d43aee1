import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pointLinterAtSpecs } from './api-specs';
import { openApp } from './open-app';
import { loadTool } from './toolchain';

interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

interface LintResult {
  readonly file: string;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

type ParseFile = (path: string, parser: unknown) => Promise<unknown>;

interface Linter {
  readonly parseSourceFile: ParseFile;
  lint(
    files: readonly string[],
    manifest: unknown,
    environment: 'development',
    logger: { info(text: string): void },
    statsig: { getDeprecatedRuntimes(): Promise<readonly string[]> },
    config: {
      readonly linter: { readonly mode: 'client-side' };
      readonly parseFunction: ParseFile;
    },
  ): Promise<readonly LintResult[]>;
}

/** Runs every client-side rule of `forge lint` over the manifest and `src`. The working directory must be the app's. */
export async function lintApp(
  root: string,
): Promise<{ readonly errors: number; readonly report: string }> {
  const linter = loadTool('@forge/lint') as Linter;
  const { reader, configFile } = openApp();
  const manifest = await configFile.readConfig();
  const files = await reader.recursiveReadDir('./src', ['node_modules']);
  const parsed: string[] = [];
  const parseFunction: ParseFile = (path, parser) => {
    parsed.push(path);
    return linter.parseSourceFile(path, parser);
  };
  const specsDir = mkdtempSync(join(tmpdir(), 'ballast-specs-'));
  try {
    const specs = pointLinterAtSpecs(root, specsDir);
    const results = await linter.lint(
      files,
      manifest,
      'development',
      { info: () => undefined },
      deprecatedRuntimes,
      {
        linter: { mode: 'client-side' },
        parseFunction,
      },
    );
    // A tsconfig whose `include` the linter cannot read makes it skip files without a word.
    const skipped = files.filter((file) => /\.tsx?$/.test(file) && !parsed.includes(file));
    if (skipped.length > 0 || parsed.length === 0)
      throw new Error(
        `The Forge linter read ${parsed.length} files and skipped ${skipped.join(', ') || 'all'}.`,
      );
    return { errors: count(results, 'errors'), report: reportOf(results, parsed.length, specs) };
  } finally {
    rmSync(specsDir, { recursive: true });
  }
}

/** The linter asks Atlassian's feature flags for these; offline it gets the list that the documentation names. */
const deprecatedRuntimes = {
  getDeprecatedRuntimes: () => Promise.resolve(['nodejs18.x', 'nodejs20.x']),
};

function count(results: readonly LintResult[], kind: 'errors' | 'warnings'): number {
  return results.reduce((sum, result) => sum + result[kind].length, 0);
}

function reportOf(results: readonly LintResult[], files: number, specs: string): string {
  const lines = results.flatMap((result) =>
    (['errors', 'warnings'] as const).flatMap((kind) =>
      result[kind].map(
        (problem) =>
          `${result.file}:${problem.line}:${problem.column} ${kind.slice(0, -1)}: ${problem.message}`,
      ),
    ),
  );
  return [
    ...lines,
    `Forge linter: ${files} files, ${count(results, 'errors')} errors, ${count(results, 'warnings')} warnings (${specs}).`,
  ].join('\n');
}
