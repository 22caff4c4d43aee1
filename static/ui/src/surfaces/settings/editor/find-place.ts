import { isUnder } from './editor-context';

/** The element that stands for a place or, where it has none of its own, for the nearest that holds it. */
export function placeIn(root: HTMLElement, path: string): HTMLElement | null {
  let nearest: HTMLElement | null = null;
  for (const element of root.querySelectorAll<HTMLElement>('[data-place]')) {
    const place = element.dataset['place'] ?? '';
    if (isUnder(path, place) && place.length >= (nearest?.dataset['place']?.length ?? 0))
      nearest = element;
  }
  return nearest;
}
