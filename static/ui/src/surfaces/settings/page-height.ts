import { useEffect, useState } from 'react';

/** Below this, in pixels, panes that scroll by themselves would show too little: the page scrolls instead. */
const LEAST = 560;
/** Taken until more is known: no window is much taller, and a document this tall is cut off by it, which tells. */
const MOST = 2_160;
const SECOND_LOOK_MS = 300;
/** Fine enough that a scroll of the page around the frame is noticed. */
const STEPS = Array.from({ length: 101 }, (_, at) => at / 100);

/**
 * Pixels that a person can see of this surface at once. Forge makes the frame as tall as what it shows and the page around it
 * scrolls, so `100vh` means nothing here; how much of the document lies within the window, the browser tells even across origins.
 */
export function usePageHeight(): number {
  const [height, setHeight] = useState(MOST);
  useEffect(() => {
    let [seen, width, before] = [0, 0, 0];
    let frame = window.innerHeight;
    let timer = 0;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last === undefined) return;
        const { boundingClientRect: whole, intersectionRect: shown } = last;
        // A window of another width may have another height as well.
        if (whole.width !== width) [width, seen] = [whole.width, 0];
        // Where all of the frame is in sight it is the frame that cuts the document off, which tells nothing of the window.
        if (
          shown.height === 0 ||
          shown.height >= Math.min(whole.height, frame) - 1 ||
          shown.height <= seen
        )
          return;
        const same = Math.abs(shown.height - before) < 1;
        before = shown.height;
        clearTimeout(timer);
        // While the frame still grows, what is in sight lags behind: only what is so at a second look is taken.
        if (!same) timer = window.setTimeout(look, SECOND_LOOK_MS);
        else {
          seen = before;
          setHeight(Math.round(Math.max(LEAST, seen)));
        }
      },
      { threshold: STEPS },
    );
    function look(): void {
      observer.disconnect();
      observer.observe(document.documentElement);
    }
    function resized(): void {
      frame = window.innerHeight;
      look();
    }
    window.addEventListener('resize', resized);
    look();
    return () => {
      clearTimeout(timer);
      window.removeEventListener('resize', resized);
      observer.disconnect();
    };
  }, []);
  return height;
}
