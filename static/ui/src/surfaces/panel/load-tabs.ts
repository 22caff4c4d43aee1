/** Tables and tabs come a moment after the answer: who only wants to know the score does not wait for them. */
export const loadTabs = () =>
  import('./panel-tabs').then((module) => ({ default: module.PanelTabs }));
