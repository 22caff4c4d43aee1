import { useEffect, useState } from 'react';

/** Below this, in pixels, panes that scroll by themselves would show too little: the page scrolls instead. */
const LEAST = 560;
/** Taken until more is known: no window is much taller, and a document this tall is cut off by it, which tells. */
const MOST = 2_160;
/** Fine enough that a scroll of the page around the frame is noticed. */
const STEPS = Array.from({ length: 101 }, (_, at) => at / 100);

/**
 * Pixels that a person can see of this surface at once. Forge makes the frame as tall as what it shows and the page around it
 * scrolls, so `100vh` means nothing here; how much of the document lies within the window, the browser tells even across origins.
 */
export function usePageHeight(): number {
  const [height, setHeight] = useState(MOST);
  useEffect(() => {
    let seen = 0;
    let width = 0;
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last === undefined) return;
      const { boundingClientRect: whole, intersectionRect: shown } = last;
      // A window of another width may have another height as well.
      if (whole.width !== width) [width, seen] = [whole.width, 0];
      if (shown.height === 0 || shown.height >= whole.height - 1 || shown.height <= seen) return;
      seen = shown.height;
      setHeight(Math.round(Math.max(LEAST, seen)));
    }, { threshold: STEPS });
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, []);
  return height;
}
