import { membersOf } from './declared';
import { sourceFiles, type SourceFile } from './source-files';

/** Every question that the contract joins from its features. */
export function questionsOfContract(): readonly string[] {
  const files = sourceFiles('src');
  const at = (path: string): SourceFile => {
    const found = files.find((file) => file.path === path);
    if (found === undefined) throw new Error(`${path} is missing`);
    return found;
  };
  const joined = at('src/contract.ts').text.matchAll(
    /^import type \{ (\w+Contract) \} from '\.\/(.+)';$/gmu,
  );
  return [...joined].flatMap(([, name = '', path = '']) => membersOf(name, at(`src/${path}.ts`)));
}
