import { Declined } from '../usecases/failures';

const soon = async (): Promise<never> => {
  throw new Declined('Settings cannot be asked yet', 'This part is being put in.');
};

type Named = 'settings.view' | 'settings.inputs' | 'settings.starts' | 'draft.save' | 'draft.discard' | 'draft.rebase' | 'rubric.answer' | 'rubric.versions' | 'rubric.version' | 'rubric.rollback' | 'rubric.import' | 'rubric.export';
export const settingsAnswers: { readonly [Q in Named]: () => Promise<never> } = {
  'settings.view': soon, 'settings.inputs': soon, 'settings.starts': soon, 'draft.save': soon, 'draft.discard': soon, 'draft.rebase': soon,
  'rubric.answer': soon, 'rubric.versions': soon, 'rubric.version': soon, 'rubric.rollback': soon, 'rubric.import': soon, 'rubric.export': soon,
};
