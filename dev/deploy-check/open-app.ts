import { loadTool } from './toolchain';

interface Reader {
  recursiveReadDir(dir: string, ignores: readonly string[]): Promise<string[]>;
}

interface ConfigFile {
  readConfig(): Promise<unknown>;
}

interface CliShared {
  readonly FileSystemReader: new () => Reader;
  readonly FileSystemWriter: new () => object;
  readonly ConfigFile: new (reader: Reader, writer: object) => ConfigFile;
}

/** The app in the working directory as Atlassian's command line sees it. */
export function openApp(): { readonly reader: Reader; readonly configFile: ConfigFile } {
  const shared = loadTool('@forge/cli-shared') as CliShared;
  const reader = new shared.FileSystemReader();
  return { reader, configFile: new shared.ConfigFile(reader, new shared.FileSystemWriter()) };
}
